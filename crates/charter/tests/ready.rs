//! The ready charters are read without a complaint.

use charter::{Charter, Program, PromiseEnd, StageKind, Verdict, Within};
use facts::{Seconds, Selector, Vocabulary};

fn b2b_saas() -> Charter {
    charter::read(include_str!("../../../charters/b2b-saas.toml"))
        .unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn the_ready_charter_for_b2b_software_is_sound() {
    let charter = b2b_saas();
    assert_eq!(charter.stages.len(), 9);
    assert_eq!(charter.fit.len(), 10);
    assert_eq!(charter.engagement.points.len(), 11);
    assert_eq!((charter.promises.len(), charter.counted.len()), (12, 1));
    assert_eq!((charter.personas.len(), charter.goals.len(), charter.funnel.len()), (3, 2, 4));
    assert!(charter.grade.is_some() && charter.attribution.is_some());
    assert!(charter.incentive.is_some() && charter.cadence.weekly.is_some());
    assert_eq!(charter.verdicts.len(), 4);
    assert_eq!(charter.stages[0].enter, None);
    assert_eq!(charter.stages[7].kind, StageKind::Nurture);
    let program = Program::compile(&charter, &[], &mut Vocabulary::default());
    assert!(program.is_ok(), "it can be run");
}

#[test]
fn every_ready_charter_can_be_run_and_reads_well() {
    for (name, text) in [
        ("smb_inbound", include_str!("../../../charters/smb-inbound.toml")),
        ("enterprise_abm", include_str!("../../../charters/enterprise-abm.toml")),
    ] {
        let charter = charter::read(text).unwrap_or_else(|problems| panic!("{problems}"));
        let program = Program::compile(&charter, &[], &mut Vocabulary::default());
        assert!(program.is_ok(), "{name} can be run: {:?}", program.err());
        let mut said = String::new();
        for chapter in charter::chapters(&charter) {
            said += &format!("{}\n", chapter.title);
            for clause in chapter.clauses {
                assert!(clause.says.ends_with('.') && !clause.says.contains('_'), "{clause:?}");
                said += &format!("  {}: {}\n", clause.id, clause.says);
            }
        }
        insta::assert_snapshot!(name, said);
    }
}

#[test]
fn what_is_not_written_has_its_default() {
    let charter = charter::read(
        r#"
[charter]
name = "Small"
timezone = "UTC"
currency = "EUR"
[[stage]]
id = "rest"
name = "Rest"
side = "marketing"
kind = "nurture"
[[stage]]
id = "new"
name = "New"
side = "sales"
[[promise]]
id = "new-rest"
by = "sales"
from = "stage:new"
until = "stage:won"
within = "36h"
[[promise]]
id = "rest-rest"
by = "marketing"
from = "stage:rest"
until = "leaves"
within = "14d"
[[stage]]
id = "won"
name = "Won"
side = "sales"
kind = "won"
enter = "opportunity.stage == 'won'"
"#,
    )
    .unwrap_or_else(|problems| panic!("{problems}"));
    let ids: Vec<_> = charter.stages.iter().map(|stage| stage.id.as_str()).collect();
    assert_eq!(ids, ["new", "won", "rest"], "the path first, then what lies beside it");
    assert_eq!(charter.calendars[0].id, "office");
    assert_eq!((charter.temperature.hot, charter.temperature.warm), (60.0, 25.0));
    assert_eq!(charter.engagement.half_life, Seconds::days(30));
    assert_eq!(charter.promises[0].until, PromiseEnd::Reaches(1));
    assert_eq!(charter.promises[0].within, Within::Wall(Seconds::hours(36)));
    assert_eq!(charter.promises[0].tell, ["sales_head"]);
    assert_eq!(charter.promises[1].within, Within::Days(14));
    let opens: Vec<_> = charter.pass.opens_on.iter().map(Selector::as_str).collect();
    assert!(opens.contains(&"page.blog") && opens.contains(&"opportunity"));
    assert!(!opens.contains(&"call.connected"));
    let rests: Vec<_> = charter.verdicts.iter().map(|it| (it.verdict, it.rests_in)).collect();
    let (accepted, rejected, recycled) = (Verdict::Accepted, Verdict::Rejected, Verdict::Recycled);
    assert_eq!(rests, [(accepted, None), (rejected, Some(2)), (recycled, Some(2))]);
}
