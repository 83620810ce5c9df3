//! What facts of each code do.

use super::asked::{Asked, Feed, kind_of_trait};
use crate::Charter;
use crate::model::{PromiseEnd, Verdict};
use crate::program::{Act, Effect};
use facts::{Kind, Selector, Vocabulary, VocabularyFull};
use std::collections::BTreeMap;
use std::ops::Range;

/// The effects of every code of the vocabulary, and which windows they feed.
pub(super) fn all(
    charter: &Charter,
    vocabulary: &mut Vocabulary,
    asked: &Asked,
) -> Result<(Vec<Effect>, Vec<u16>), VocabularyFull> {
    for (name, _) in &asked.traits {
        vocabulary.code(kind_of_trait(name), name)?;
    }
    for verdict in Verdict::ALL {
        vocabulary.code(Kind::Verdict, verdict.word())?;
    }
    let mut feeds = Feeds::default();
    let effects = vocabulary
        .names()
        .map(|(_, kind, name)| {
            let mut effect = effect(charter, asked, kind, name);
            effect.windows = feeds.place(fed(asked, kind, name).collect());
            effect.measure();
            effect
        })
        .collect();
    Ok((effects, feeds.all))
}

/// Which windows codes feed: many codes feed the same ones, so that these are kept once and stay
/// few, however many codes there are.
#[derive(Default)]
struct Feeds {
    all: Vec<u16>,
    places: BTreeMap<Vec<u16>, Range<u16>>,
}

impl Feeds {
    fn place(&mut self, windows: Vec<u16>) -> Range<u16> {
        if let Some(place) = self.places.get(&windows) {
            return place.clone();
        }
        let start = self.all.len() as u16;
        self.all.extend(&windows);
        let place = start..self.all.len() as u16;
        self.places.insert(windows, place.clone());
        place
    }
}

fn fed<'a>(asked: &'a Asked, kind: Kind, name: &'a str) -> impl Iterator<Item = u16> + 'a {
    asked.windows.iter().enumerate().filter_map(move |(index, (feed, _))| {
        let feeds = match feed {
            Feed::Happened(selector) => is_event(kind) && selector.matches(name),
            Feed::Trait(name_of_trait) => is_trait(kind) && name_of_trait == name,
        };
        feeds.then_some(index as u16)
    })
}

fn effect(charter: &Charter, asked: &Asked, kind: Kind, name: &str) -> Effect {
    let opens = opens(&charter.pass.opens_on, kind, name);
    let opens_after = opens_after(charter, kind, name);
    let mut effect = Effect { opens, opens_after, ..Effect::NOTHING };
    if is_event(kind) {
        for happened in asked.happened.iter().filter(|h| h.selector.matches(name)) {
            effect.sets |= happened.yes;
            effect.clears |= happened.no;
        }
        add_points(charter, name, &mut effect);
    }
    effect.act = match kind {
        Kind::Trait | Kind::Opportunity => asked
            .traits
            .iter()
            .position(|(known, _)| known == name)
            .map_or(Act::Nothing, |index| Act::Trait(index as u16)),
        Kind::Verdict => Verdict::ALL
            .into_iter()
            .find(|verdict| verdict.word() == name)
            .map_or(Act::Nothing, Act::Verdict),
        Kind::Assignment => Act::Assignment,
        Kind::Reopening => Act::Reopening,
        // Not the link by which an opportunity is pursued with an account.
        Kind::Link if matches!(name, "account" | "account.end") => Act::AccountLink,
        Kind::Link | Kind::Touch | Kind::Activity | Kind::Retraction | Kind::Erasure => {
            Act::Nothing
        }
    };
    for (index, promise) in charter.promises.iter().enumerate() {
        let bit = 1 << index;
        let always = |effect: &mut Effect| effect.keeps = effect.keeps.map(|kept| kept | bit);
        match &promise.until {
            PromiseEnd::HumanOutreach if is_outreach(kind, name) => effect.keeps[1] |= bit,
            PromiseEnd::Facts(selectors)
                if is_event(kind) && selectors.iter().any(|s| s.matches(name)) =>
            {
                always(&mut effect);
            }
            PromiseEnd::AnyVerdict if kind == Kind::Verdict => always(&mut effect),
            PromiseEnd::Assigned if kind == Kind::Assignment => always(&mut effect),
            _ => {}
        }
    }
    effect
}

fn is_event(kind: Kind) -> bool {
    matches!(kind, Kind::Touch | Kind::Activity)
}

fn is_trait(kind: Kind) -> bool {
    matches!(kind, Kind::Trait | Kind::Opportunity)
}

/// Every activity that reaches out to the lead: not one that only records that nobody came.
fn is_outreach(kind: Kind, name: &str) -> bool {
    kind == Kind::Activity && !name.ends_with(".no_show")
}

/// The pipelines that go on after another and of which a fact opens a pass, one bit each.
fn opens_after(charter: &Charter, kind: Kind, name: &str) -> u16 {
    let pipelines = charter.pipelines.iter().enumerate();
    let opened = pipelines.filter(|(_, pipeline)| {
        pipeline.after.as_ref().is_some_and(|after| opens(&after.opens_on, kind, name))
    });
    opened.fold(0, |mask, (index, _)| mask | 1 << index)
}

fn opens(opens_on: &[Selector], kind: Kind, name: &str) -> bool {
    match kind {
        Kind::Touch | Kind::Activity => opens_on.iter().any(|s| s.matches(name)),
        // A wildcard speaks of touches and activities; other kinds are named by their word.
        Kind::Assignment | Kind::Opportunity => opens_on.iter().any(|s| s.as_str() == kind.word()),
        _ => false,
    }
}

fn add_points(charter: &Charter, name: &str, effect: &mut Effect) {
    let mut cap = 0;
    for clause in &charter.engagement.points {
        if clause.selector.matches(name) {
            effect.points = clause.points;
            if clause.cap.is_some() {
                effect.cap = cap;
            }
            return;
        }
        cap += u16::from(clause.cap.is_some());
    }
}
