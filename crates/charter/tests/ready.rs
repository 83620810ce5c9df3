//! The ready charters are read without a complaint.

use charter::{Charter, StageKind};

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
    assert_eq!(charter.promises.len(), 12);
    assert_eq!(charter.verdicts.len(), 4);
    assert_eq!(charter.stages[0].enter, None);
    assert_eq!(charter.stages[7].kind, StageKind::Nurture);
}
