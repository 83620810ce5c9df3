//! From where a lead rests to what lists show of it.

use crate::folding::Folding;
use charter::Side;
use facts::{Instant, Kind, Symbol};
use lifecycle::{Place, Rest};
use store::{NextDue, PlaceKind, Projection};
use timeline::Story;

/// The words for the teams of both sides.
pub(crate) const MARKETING: &str = "marketing";
pub(crate) const SALES: &str = "sales";

/// What lists show of a lead.
pub(crate) fn project(folding: &Folding<'_>, story: Story<'_>, rest: &Rest) -> Projection {
    let Folding { reign, vocabulary, until, .. } = *folding;
    let word = |text: &str| vocabulary.find(text).unwrap_or_default();
    let program = reign.program(rest.version);
    let charter = program.map(|program| &program.charter);
    let stage = rest.stage.zip(charter).map(|(stage, c)| &c.stages[usize::from(stage)].id);
    let (place, who) = match rest.place {
        Place::Nowhere => (PlaceKind::Nowhere, Symbol::EMPTY),
        Place::Assignee(person) => (PlaceKind::Assignee, person),
        Place::Queue(handoff) => {
            let to = charter.map(|charter| &charter.handoffs[usize::from(handoff)].to);
            (PlaceKind::Queue, to.map_or(Symbol::EMPTY, |to| word(to)))
        }
        Place::Team(Side::Marketing) => (PlaceKind::Team, word(MARKETING)),
        Place::Team(Side::Sales) => (PlaceKind::Team, word(SALES)),
        Place::Nurture => (PlaceKind::Nurture, stage.map_or(Symbol::EMPTY, |id| word(id))),
    };
    let next_due = rest.next_due().map(|clock| {
        let terms = reign.program(clock.terms);
        let id = terms.map(|terms| &terms.charter.promises[usize::from(clock.promise)].id);
        let promise = id.map_or(Symbol::EMPTY, |id| word(id));
        NextDue { at: clock.due, promise, broken: clock.broken }
    });
    let (first_touch_at, first_outreach_at) = firsts(folding, story);
    Projection {
        version: rest.version,
        stage: stage.map_or(Symbol::EMPTY, |id| word(id)),
        place,
        who,
        pass: rest.pass,
        pass_open: rest.pass_open,
        entered_at: if rest.stage.is_some() { rest.entered_at } else { Instant::NEVER },
        precision: rest.entered_precision,
        fit_milli: rest.fit_milli,
        engagement: rest.engagement,
        next_due,
        wake_at: rest.wake_at,
        returns_at: rest.returns_at,
        first_touch_at,
        first_outreach_at,
        settled_position: folding.known_position,
        settled_until: until,
    }
}

/// When marketing was first in touch, and when a person of sales first reached out.
fn firsts(folding: &Folding<'_>, story: Story<'_>) -> (Instant, Instant) {
    let (mut touch, mut outreach) = (Instant::NEVER, Instant::NEVER);
    for row in story.rows.iter().take_while(|row| row.at <= folding.until) {
        match folding.vocabulary.name(row.code) {
            Some((Kind::Touch, _)) => touch = touch.min(row.at),
            Some((Kind::Activity, name)) if row.flags.is_human() && !name.ends_with(".no_show") => {
                outreach = outreach.min(row.at);
            }
            _ => {}
        }
        if touch != Instant::NEVER && outreach != Instant::NEVER {
            break;
        }
    }
    (touch, outreach)
}
