//! Random charters.

use proptest::prelude::*;

/// Rules for entering the stages of the path before a verdict.
const ENGAGED: &[&str] = &[
    "engagement >= {e}",
    "count('page.*') >= {n}",
    "happened('email.clicked', '{d}d')",
    "fit >= {f} || ever('webinar.*')",
    "temperature == 'warm' || in_stage('{d}d')",
    "known('lead.seniority') && !known('lead.seniority', '{d}d')",
];
const MQL: &[&str] = &[
    "fit >= {f} && engagement >= {e} || happened('form.demo_request')",
    "engagement < {e} && count('page.*', '{d}d') >= {n}",
    "in_stage('{d}d') && engagement >= {e}",
    "!known('lead.seniority', '{d}d') && fit > {f}",
    "temperature == 'cold' && in_stage('{d}d')",
    "account.employees >= 50 && lead.seniority != 'student' && pass >= 1",
    "count('*', '{d}d') >= {n} && !(lead.opted_out)",
    "pass >= 2 || engagement > {e}",
    "motion == 'other' && fit >= {f} || happened('form.demo_request')",
];
const SAL: &[&str] = &[
    "verdict == 'accepted'",
    "verdict == 'accepted' && engagement >= {e}",
    "verdict == 'accepted' || in_stage('{d}d') && happened('call.connected')",
];
const SQL: &[&str] = &[
    "happened('meeting.held')",
    "happened('meeting.held', '{d}d') && known('opportunity.amount')",
    "opportunity.amount > 1000 && stage == 'sal'",
];
const NURTURE: &[&str] = &[
    "in_stage('{d}d') && engagement < {e}",
    "temperature == 'cold' && in_stage('{d}d')",
    "opportunity.stage == 'lost'",
    "!happened('*', '{d}d') && in_stage('{d}d')",
];
const WHEN: &[&str] = &[
    "temperature == 'hot'",
    "engagement < {e}",
    "fit >= {f}",
    "known('lead.seniority', '{d}d')",
    "in_stage('{d}d')",
    "!(happened('page.*', '{d}d'))",
    "motion == 'inbound'",
    "motion != 'other' && pass >= 1",
];
const MOTION: &[&str] = &[
    "happened('form.*')",
    "happened('webinar.*') || fit >= {f}",
    "count('page.*', '{d}d') >= 1",
    "pass >= 2",
    "lead.seniority != 'student'",
    "known('opportunity.amount') || engagement >= {e}",
];
const PATHS: &[&str] = &[
    "",
    "stages = [\"inquiry\", \"mql\", \"sal\", \"customer\"]",
    "stages = [\"inquiry\", \"engaged\", \"sql\"]",
    "stages = [\"inquiry\", \"engaged\", \"mql\", \"sal\", \"sql\", \"customer\"]",
];
/// What opens a pass of the pipeline that goes on after a customer was won.
const GOES_ON: &[&str] =
    &["\"*\"", "\"form.*\", \"meeting.held\"", "\"opportunity\"", "\"page.*\", \"assignment\""];
const GOES_THROUGH: &[&str] = &[
    "\"mql\", \"sal\", \"customer\"",
    "\"sql\", \"customer\"",
    "\"engaged\", \"mql\", \"sal\", \"sql\", \"customer\"",
];
const ACCOUNT_ENGAGED: &[&str] = &[
    "engagement >= {e}",
    "count('*', '{d}d') >= {n}",
    "fit >= {f} && happened('page.*')",
    "temperature == 'warm' || in_stage('{d}d') && account.employees >= 50",
];
const ACCOUNT_NURTURE: &[&str] = &[
    "!happened('*', '{d}d') && in_stage('{d}d')",
    "in_stage('{d}d') && engagement < {e}",
    "opportunity.stage == 'lost'",
];
const ACCOUNT_UNTIL: &[&str] = &["human_outreach", "assigned", "page.*", "stage:active", "leaves"];
const UNTIL: &[&str] = &["human_outreach", "verdict", "assigned", "call.connected", "stage:sql"];
const WITHIN: &[&str] = &[
    "4 business hours",
    "90 business minutes",
    "4 business hours\"\ncalendar = \"desk",
    "1 business days",
    "2 business days\"\ncalendar = \"desk",
    "6 hours",
    "1 days",
    "3 days",
    "45 minutes",
];
const STEPS: &[&str] = &[
    "tell assignee",
    "after 2 business hours: tell sales_head",
    "after 90 minutes: tell sales_head",
    "after 1 business day: tell marketing_head",
    "reassign",
    "after 8 business hours: reassign",
    "after 1 days: reassign",
];
const RETURNS: &[&str] = &["", "return", "after 3 days: return", "after 12 business hours: return"];
const BOUND: &[&str] = &[
    "2 days",
    "9 days",
    "30 days",
    "48 business hours",
    "12 business days",
    "3 business days\"\ncalendar = \"desk",
    "200 hours",
];
const ZONES: &[&str] = &[
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "UTC",
];

prop_compose! {
    fn rule(options: &'static [&'static str])(
        rule in prop::sample::select(options), e in 1_u32..60, f in -10_i32..60, d in 1_u32..25, n in 1_u32..4,
    ) -> String {
        rule.replace("{e}", &e.to_string())
            .replace("{f}", &f.to_string())
            .replace("{d}", &d.to_string())
            .replace("{n}", &n.to_string())
    }
}

prop_compose! {
    /// What follows a breach, where a promise of this stage says it.
    fn breach(from: &'static str)(
        steps in prop::collection::vec(prop::sample::select(STEPS), 0..4),
        returns in prop::sample::select(RETURNS),
    ) -> String {
        let handed_over = matches!(from, "mql" | "sal" | "sql");
        let kept = |step: &&str| handed_over || !step.ends_with("reassign");
        let returns = if from == "nurture" { "" } else { returns };
        let steps = steps.into_iter().filter(kept).chain([returns]).filter(|step| !step.is_empty());
        let steps: Vec<_> = steps.map(|step| format!("\"{step}\"")).collect();
        if steps.is_empty() { String::new() } else { format!("on_breach = [{}]\n", steps.join(", ")) }
    }
}

prop_compose! {
    fn promise()(
        (from, breach) in prop::sample::select(&["inquiry", "engaged", "mql", "sal", "nurture"][..])
            .prop_flat_map(|from| (Just(from), breach(from))),
        when in prop::option::of(rule(WHEN)),
        until in prop::sample::select(UNTIL),
        within in prop::sample::select(WITHIN),
    ) -> String {
        let when = when.map_or_else(String::new, |when| format!("when = \"{when}\"\n"));
        // Who leaves nurture begins anew, so that nobody could keep this from there.
        let until = if (from, until) == ("nurture", "stage:sql") { "leaves" } else { until };
        format!("by = \"sales\"\nfrom = \"stage:{from}\"\n{when}until = \"{until}\"\nwithin = \"{within}\"\n{breach}")
    }
}

prop_compose! {
    /// No motions, or two of them.
    fn motions()(
        some in any::<bool>(),
        inbound in rule(MOTION),
        other in prop::option::of(rule(MOTION)),
        paths in prop::collection::vec(prop::sample::select(PATHS), 2),
    ) -> (bool, String) {
        let other = other.map_or_else(String::new, |rule| format!("when = \"{rule}\"\n"));
        let text = format!(
            "[[motion]]\nid = \"inbound\"\nwhen = \"{inbound}\"\n{}\n\
             [[motion]]\nid = \"other\"\n{other}{}\n",
            paths[0], paths[1],
        );
        (some, text)
    }
}

prop_compose! {
    /// No pipelines, or one that goes on after customers, with a motion of its own or without, and
    /// perhaps the one before it.
    fn pipelines()(
        some in any::<bool>(), named in any::<bool>(), own in prop::option::of(rule(MOTION)),
        opens in prop::sample::select(GOES_ON), path in prop::sample::select(GOES_THROUGH),
        bound in prop::sample::select(BOUND),
    ) -> String {
        if !some {
            return "[moves_to]\ncare = \"stage:nurture\"\n".to_owned();
        }
        let mut text = format!("[[stage]]\nid = \"care\"\nname = \"Care\"\nside = \"sales\"\nkind = \"nurture\"\n\
             [[promise]]\nid = \"care-rests\"\nby = \"sales\"\nfrom = \"stage:care\"\nuntil = \"leaves\"\nwithin = \"{bound}\"\n\
             [[pipeline]]\nid = \"expansion\"\nname = \"Expansion\"\nafter = \"stage:customer\"\n\
             opens_on = [{opens}]\nstages = [{path}]\nrests_in = \"care\"\n");
        if named {
            text += "[[pipeline]]\nid = \"new\"\nname = \"New\"\nstages = [\"inquiry\", \"engaged\", \"mql\", \"sal\", \"sql\", \"customer\"]\n";
        }
        if let Some(rule) = own {
            text += &format!("[[motion]]\nid = \"asked-for\"\npipeline = \"expansion\"\nwhen = \"{rule}\"\n");
        }
        text
    }
}

prop_compose! {
    /// What is agreed about accounts.
    fn accounts()(
        engaged in rule(ACCOUNT_ENGAGED), nurture in rule(ACCOUNT_NURTURE),
        until in prop::sample::select(ACCOUNT_UNTIL), within in prop::sample::select(WITHIN),
        when in prop::option::of(prop::sample::select(&["temperature == 'hot'", "account.employees >= 50"][..])),
        breach in breach("inquiry"),
        bounds in prop::collection::vec(prop::sample::select(BOUND), 3),
    ) -> String {
        let when = when.map_or_else(String::new, |when| format!("when = \"{when}\"\n"));
        let stages = [
            ("aware", "", String::new()),
            ("active", "", format!("enter = \"{engaged}\"\n")),
            ("client", "kind = \"won\"\n", "enter = \"opportunity.stage == 'won'\"\n".to_owned()),
            ("dormant", "kind = \"nurture\"\n", format!("enter = \"{nurture}\"\n")),
        ];
        let mut text = "[account]\n".to_owned();
        for (id, kind, enter) in stages {
            text += &format!("[[account.stage]]\nid = \"{id}\"\nname = \"{id}\"\nside = \"sales\"\n{kind}{enter}");
        }
        for (stage, bound) in ["aware", "active", "dormant"].iter().zip(bounds) {
            text += &format!("[[account.promise]]\nid = \"{stage}-rests\"\nby = \"sales\"\nfrom = \"stage:{stage}\"\nuntil = \"leaves\"\nwithin = \"{bound}\"\n");
        }
        text + &format!("[[account.promise]]\nid = \"watch\"\nby = \"sales\"\nfrom = \"stage:aware\"\n{when}until = \"{until}\"\nwithin = \"{within}\"\n{breach}")
    }
}

prop_compose! {
    /// A charter's text.
    pub fn charter()(
        zone in prop::sample::select(ZONES),
        desk_zone in prop::sample::select(ZONES),
        desk in prop::sample::select(&["00:00-24:00", "08:00-08:45, 20:00-24:00"][..]),
        engaged in rule(ENGAGED), mql in rule(MQL), sal in rule(SAL), sql in rule(SQL),
        nurture in prop::option::of(rule(NURTURE)),
        out in any::<bool>(),
        promises in prop::collection::vec(promise(), 0..4),
        bounds in prop::collection::vec(prop::sample::select(BOUND), 6),
        mql_breach in breach("mql"),
        (has_motions, motions) in motions(),
        accounts in accounts(),
        pipelines in pipelines(),
        half_life in prop::sample::select(&["1d", "7d", "30d"][..]),
        (hot, warm) in (20_u32..70, 1_u32..20),
        cap in prop::option::of(1_u32..4),
        recycle in prop::sample::select(&["2d", "20d"][..]),
        returns_to in prop::sample::select(&["inquiry", "engaged", "mql"][..]),
        opens in prop::sample::select(&["\"form.*\", \"webinar.*\"", "\"*\"", "\"page.*\", \"assignment\", \"opportunity\""][..]),
    ) -> String {
        let mut text = format!(r#"
[charter]
name = "Generated"
timezone = "{zone}"
currency = "EUR"
[calendar.office]
hours = {{ mon-fri = "09:00-12:30, 13:30-18:00", sat = "10:00-13:00" }}
[calendar.desk]
hours = {{ mon-thu = "{desk}", sun = "00:00-24:00" }}
timezone = "{desk_zone}"
keeps_holidays = false
[[icp.fit]]
when = "account.employees >= 50"
points = 30
[[icp.fit]]
when = "lead.seniority in ['director', 'vp'] && known('lead.seniority', '20d')"
points = 25
[[icp.fit]]
when = "lead.seniority == 'student' || lead.opted_out"
points = -40
[engagement]
half_life = "{half_life}"
[engagement.points]
"form.demo_request" = 60
"webinar.attended" = 15
"email.clicked" = {cap}
"page.*" = 4
[temperature]
hot = {hot}
warm = {warm}
[pass]
opens_on = [{opens}]
[[stage]]
id = "inquiry"
name = "Inquiry"
side = "marketing"
[[stage]]
id = "engaged"
name = "Engaged"
side = "marketing"
enter = "{engaged}"
[[stage]]
id = "mql"
name = "Marketing qualified"
side = "marketing"
enter = "{mql}"
[[stage]]
id = "sal"
name = "Sales accepted"
side = "sales"
enter = "{sal}"
[[stage]]
id = "sql"
name = "Sales qualified"
side = "sales"
enter = "{sql}"
[[stage]]
id = "customer"
name = "Customer"
side = "sales"
kind = "won"
enter = "opportunity.stage == 'won'"
[[stage]]
id = "nurture"
name = "Nurture"
side = "marketing"
kind = "nurture"
{nurture}
[[stage]]
id = "disqualified"
name = "Disqualified"
side = "marketing"
kind = "disqualified"
{out}
[[handoff]]
id = "to-sdr"
at = "stage:mql"
to = "sdr"
[[handoff]]
id = "to-ae"
at = "stage:sql"
to = "ae"
[verdict.accepted]
[verdict.rejected]
reasons = ["not_icp"]
[verdict.recycled]
reasons = {{ no_budget = "{recycle}" }}
returns_to = "{returns_to}"
[verdict.disqualified]
reasons = ["student"]
"#,
            cap = cap.map_or("3".to_owned(), |n| format!("{{ points = 3, at_most = {}, per = \"5d\" }}", 3 * n)),
            nurture = nurture.map_or_else(String::new, |rule| format!("enter = \"{rule}\"")),
            out = if out { "enter = \"lead.opted_out\"" } else { "" },
        );
        // Rules that ask for the motion need some.
        if has_motions || text.contains("motion ") || promises.iter().any(|it| it.contains("motion ")) {
            text += &motions;
        }
        let stages = ["inquiry", "engaged", "mql", "sal", "sql", "nurture"];
        for (stage, bound) in stages.iter().zip(bounds) {
            text += &format!("[[promise]]\nid = \"{stage}-rests\"\nby = \"sales\"\nfrom = \"stage:{stage}\"\nuntil = \"leaves\"\nwithin = \"{bound}\"\n");
            if *stage == "mql" {
                text += &mql_breach;
            }
        }
        for (index, promise) in promises.iter().enumerate() {
            text += &format!("[[promise]]\nid = \"p{index}\"\n{promise}");
        }
        text += &pipelines;
        text += &accounts;
        text
    }
}

/// Two charters with the same zone, as two versions of one agreement have.
pub fn charter_pair() -> impl Strategy<Value = (String, String)> {
    (charter(), charter()).prop_map(|(first, second)| {
        let zone = |text: &str| {
            text.lines().find(|line| line.starts_with("timezone")).unwrap_or_default().to_owned()
        };
        let second = second.replace(&zone(&second), &zone(&first));
        (first, second)
    })
}
