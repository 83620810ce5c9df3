//! Who is handed over: by the ready charter, or by a rule that is plain to see.

use charter::{Charter, Program};
use facts::{Instant, Kind, Recorded, SubjectId, Vocabulary};
use lifecycle::{Derived, Folder, Reign, Rest, What};
use simulate::{Company, Person, Simulated, declare, simulate};
use std::collections::HashMap;
use timeline::{Known, Story, assemble};

pub(crate) const NOW: &str = "2026-11-18T14:20:00Z";

pub(crate) fn now() -> Instant {
    Instant::parse(NOW).unwrap()
}

/// The ready charter for B2B software.
pub(crate) fn charter() -> Charter {
    charter::read(include_str!("../../../../charters/b2b-saas.toml")).unwrap()
}

fn reign(company: &Company, now: Instant, vocabulary: &mut Vocabulary) -> Reign {
    let program = Program::compile(&charter(), &[], vocabulary).unwrap();
    Reign::of(program, Instant(now.0 - company.history.micros()))
}

/// What the ready charter decides about every lead, with all that is known by now.
pub(crate) fn fold_all(
    simulated: &Simulated,
    mut vocabulary: Vocabulary,
) -> Vec<(SubjectId, Vec<Derived>, Rest)> {
    let reign = reign(&simulated.truth.company, simulated.truth.now, &mut vocabulary);
    let mut about: HashMap<SubjectId, Vec<Recorded>> = HashMap::new();
    for told in &simulated.facts {
        about.entry(told.fact.subject).or_default().push(*told);
    }
    let mut fold = |person: &Person| {
        let deals = simulated.opportunities.iter().filter(|deal| deal.lead == person.subject);
        let subjects = deals.map(|deal| deal.subject).chain(person.account).chain([person.subject]);
        let known: Vec<_> = subjects.filter_map(|s| about.get(&s)).flatten().copied().collect();
        let story = assemble(person.subject, &known, &vocabulary, Known::Everything);
        let mut decided: Vec<Derived> = Vec::new();
        let rest = Folder::new(&reign).fold(story.as_story(), now(), &mut decided);
        (person.subject, decided, rest)
    };
    simulated.people.iter().map(&mut fold).collect()
}

/// Larkfield as the ready charter for B2B software sees it.
pub(crate) fn by_the_charter(
    seed: u64,
    company: &Company,
    leads: usize,
) -> (Simulated, Vocabulary) {
    by_the_charter_at(now(), seed, company, leads)
}

/// The same at another moment. Every story that is asked about holds only what is known by then.
pub(crate) fn by_the_charter_at(
    now: Instant,
    seed: u64,
    company: &Company,
    leads: usize,
) -> (Simulated, Vocabulary) {
    let mut vocabulary = Vocabulary::default();
    declare(&mut vocabulary).unwrap();
    let reign = reign(company, now, &mut vocabulary);
    let mut folder = Folder::new(&reign);
    let mut handed_over = |story: &Story<'_>| {
        assert!(story.rows.iter().all(|row| row.at <= now));
        let mut decided: Vec<Derived> = Vec::new();
        folder.fold(*story, now, &mut decided);
        decided.iter().rev().find(|one| one.what == What::HandoffWanted).map(|one| one.at)
    };
    let simulated = simulate(seed, company, now, leads, &mut vocabulary, &mut handed_over).unwrap();
    (simulated, vocabulary)
}

/// Larkfield with a stand-in for a charter: a lead is handed over at its first demo request or its
/// third touch of a webinar after the last refusal, or at another form.
pub(crate) fn by_a_stand_in(seed: u64, company: &Company, leads: usize) -> (Simulated, Vocabulary) {
    let mut vocabulary = Vocabulary::default();
    declare(&mut vocabulary).unwrap();
    let named = |kind, name| vocabulary.find_code(kind, name).unwrap();
    let webinars = ["webinar.registered", "webinar.attended"].map(|name| named(Kind::Touch, name));
    let forms = ["form.demo_request", "form.contact", "form.trial_signup"]
        .map(|name| named(Kind::Touch, name));
    let refusals = ["rejected", "recycled", "disqualified"].map(|name| named(Kind::Verdict, name));
    let mut handed_over = |story: &Story<'_>| {
        let refused = story.rows.iter().rposition(|row| refusals.contains(&row.code));
        let rows = &story.rows[refused.map_or(0, |row| row + 1)..];
        let mut touches = 0;
        let row = rows.iter().find(|row| {
            touches += u32::from(webinars.contains(&row.code));
            forms.contains(&row.code) || touches == 3
        });
        row.map(|row| row.at)
    };
    let simulated =
        simulate(seed, company, now(), leads, &mut vocabulary, &mut handed_over).unwrap();
    (simulated, vocabulary)
}
