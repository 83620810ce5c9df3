//! Small charters: every kind of clause once.

/// Three stages on the path, a short recycle, promises of every kind.
pub(crate) const FIRST: &str = r#"
[charter]
name = "Small"
timezone = "Europe/Berlin"
currency = "EUR"

[calendar.office]
hours = { mon-fri = "09:00-17:00" }

[icp]
reading = "Firms of 50 people and more"
[[icp.fit]]
when = "account.employees >= 50"
points = 20
[[icp.fit]]
when = "lead.seniority in ['c_level', 'vp'] && known('lead.seniority', '30d')"
points = 20

[engagement]
half_life = "7d"
[engagement.points]
"form.demo_request" = 60
"webinar.attended" = 20
"email.clicked" = { points = 5, at_most = 10, per = "3d" }
"page.*" = 2

[temperature]
hot = 50
warm = 20

[pass]
opens_on = ["form.*", "webinar.*", "email.clicked"]

[[stage]]
id = "inquiry"
name = "Inquiry"
side = "marketing"

[[stage]]
id = "mql"
name = "Marketing qualified"
side = "marketing"
enter = "fit >= 20 && engagement >= 30 || happened('form.demo_request')"

[[stage]]
id = "sal"
name = "Sales accepted"
side = "sales"
enter = "verdict == 'accepted'"

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

[[stage]]
id = "disqualified"
name = "Disqualified"
side = "marketing"
kind = "disqualified"

[[handoff]]
id = "mql-to-sdr"
at = "stage:mql"
to = "sdr"
verdicts = ["accepted", "rejected", "recycled", "disqualified"]

[[promise]]
id = "first-touch"
by = "sales"
from = "stage:mql"
until = "human_outreach"
within = "4 business hours"
on_breach = ["tell assignee"]

[[promise]]
id = "mql-moves-on"
by = "sales"
from = "stage:mql"
until = "leaves"
within = "5 days"
on_breach = ["tell sales_head"]

[[promise]]
id = "sal-moves-on"
by = "sales"
from = "stage:sal"
until = "leaves"
within = "10 days"
on_breach = ["tell sales_head"]

[[promise]]
id = "inquiry-moves-on"
by = "marketing"
from = "stage:inquiry"
until = "leaves"
within = "20 days"
on_breach = ["tell marketing_head"]

[[promise]]
id = "nurture-moves-on"
by = "marketing"
from = "stage:nurture"
until = "leaves"
within = "30 days"
on_breach = ["tell marketing_head"]

[verdict.accepted]

[verdict.rejected]
reasons = ["not_icp"]
rests_in = "nurture"

[verdict.recycled]
reasons = { no_timeline = "6d", no_budget = "12d" }
rests_in = "nurture"
returns_to = "inquiry"

[verdict.disqualified]
reasons = ["student"]
rests_in = "disqualified"
"#;

/// The next version: harder to qualify, more time for the first touch.
pub(crate) fn second() -> String {
    FIRST
        .replace("fit >= 20 && engagement >= 30", "fit >= 20 && engagement >= 22")
        .replace("within = \"4 business hours\"", "within = \"12 business hours\"")
        .replace("\"webinar.attended\" = 20", "\"webinar.attended\" = 26")
}
