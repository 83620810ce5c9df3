//! What the company's figures tell, asked in the same way as the other commands ask.

use crate::arguments::DemoArguments;
use crate::commands::funnel::{sentence, stage_bars};
use crate::commands::promises::{self, broken_in_words, side_bars};
use crate::commands::why::Why;
use crate::screen::Screen;
use app::tell::{days, length, number, percent};
use app::{DemoReport, Engine, FunnelAnswer, FunnelQuestion, FunnelSlice, PromisesAnswer};
use charter::{PromiseEnd, Side};
use facts::{Instant, Seconds, SubjectId};
use insight::{ClockOutcome, Leads, PromiseClock, Share, Summary};
use serde_json::{Value, json};
use store::Place;

/// The figures of the story.
pub(crate) struct Story<'a> {
    engine: &'a Engine,
    now: Instant,
    by_source: FunnelAnswer,
    by_territory: FunnelAnswer,
    promises: PromisesAnswer,
    /// The first answer to a demo request in the last weeks: DACH, then elsewhere, business time.
    waits: [Vec<i64>; 2],
    lead: Option<SubjectId>,
}

/// The story looks back so far.
const LOOKS_BACK: Seconds = Seconds::days(56);

impl<'a> Story<'a> {
    pub(crate) fn of(engine: &'a Engine, now: Instant) -> anyhow::Result<Self> {
        let by = |name: &str| {
            let question =
                FunnelQuestion { by: Some(name.to_owned()), ..FunnelQuestion::default() };
            engine.funnel(&question, now)
        };
        let (by_source, by_territory) = (by("lead.source")?, by("account.territory")?);
        let mut story = Self {
            engine,
            now,
            promises: engine.promises(now)?,
            by_source,
            by_territory,
            waits: [Vec::new(), Vec::new()],
            lead: None,
        };
        story.look_at_demo_requests()?;
        Ok(story)
    }

    /// The lead that is told of.
    pub(crate) fn lead(&self) -> Option<SubjectId> {
        self.lead
    }

    /// How long people who asked for a demo waited for a first contact, and one who waited long.
    fn look_at_demo_requests(&mut self) -> anyhow::Result<()> {
        let program = self.engine.reign()?.at(self.now).1;
        let promised = program.charter.promises.iter();
        let outreach: Vec<_> = promised
            .filter(|promise| promise.until == PromiseEnd::HumanOutreach)
            .map(|promise| promise.id.as_str())
            .collect();
        let (asked, dach) =
            (slice(&self.by_source, "demo_request"), slice(&self.by_territory, "dach"));
        let (Some(asked), Some(dach)) = (asked, dach) else { return Ok(()) };
        let since = self.now.plus(Seconds(-LOOKS_BACK.0));
        let mut longest: Option<(i64, SubjectId)> = None;
        for figures in &self.promises.promises {
            if outreach.first() != Some(&figures.pledge.id.as_str()) {
                continue;
            }
            for clock in &figures.clocks {
                if !asked.funnel.leads.contains(clock.lead) || clock.started.at < since {
                    continue;
                }
                let in_dach = dach.funnel.leads.contains(clock.lead);
                let Some(waited) = waited(clock, &program.calendar, self.now) else { continue };
                self.waits[usize::from(!in_dach)].push(waited);
                let told = clock.outcome == ClockOutcome::AnsweredLate && in_dach;
                if told && longest.is_none_or(|(most, _)| waited > most) {
                    longest = Some((waited, clock.lead));
                }
            }
        }
        self.lead = longest.map(|(_, lead)| lead);
        Ok(())
    }

    /// The story, in sentences and pictures.
    pub(crate) fn tell(&self, screen: &mut Screen) -> anyhow::Result<()> {
        let style = screen.style;
        let whole = &self.by_source.whole.funnel;
        let path = &self.by_source.path;
        screen.gap()?;
        screen.paragraph(&style.strong(&sentence(path, whole)), 0)?;
        screen.gap()?;
        for line in stage_bars(&style, path, whole) {
            screen.line(line)?;
        }
        screen.gap()?;
        screen.paragraph(&style.strong(&promises::sentence(&self.promises)), 0)?;
        screen.gap()?;
        for line in side_bars(&style, &self.promises) {
            screen.line(line)?;
        }
        let charter = &self.engine.reign()?.at(self.now).1.charter;
        for side in [Side::Marketing, Side::Sales] {
            for figures in self.promises.promises.iter().filter(|it| it.pledge.by == side) {
                if let Some(text) = broken_in_words(charter, figures) {
                    let mark = style.side(side, style.dot());
                    screen.paragraph(&format!("  {mark} {text}"), 4)?;
                }
            }
        }
        screen.gap()?;
        for text in self.mirror().into_iter().chain(self.waiting()) {
            screen.paragraph(&text, 0)?;
        }
        if let Some(lead) = self.lead {
            screen.gap()?;
            screen.line(style.strong("One of those who waited, and why"))?;
            screen.gap()?;
            Why::of(self.engine, &lead.to_string(), self.now)?.say(screen)?;
        }
        Ok(())
    }

    /// Whom marketing sends against whom sales wins.
    fn mirror(&self) -> Option<String> {
        let (sent, won) = self.webinar_shares()?;
        Some(format!(
            "Webinars bring {} of the leads handed over ({} of {}), and {} of the customers ({} of \
             {}).",
            percent(sent),
            number(sent.part),
            number(sent.whole),
            percent(won),
            number(won.part),
            number(won.whole),
        ))
    }

    fn webinar_shares(&self) -> Option<(Share, Share)> {
        let webinar = slice(&self.by_source, "webinar")?;
        let share = |stage: &str| {
            let stage = self.by_source.path.by_id(stage)?;
            let part = webinar.funnel.stages.get(stage)?.reached.count();
            let whole = self.by_source.whole.funnel.stages.get(stage)?.reached.count();
            Some(Share { part, whole })
        };
        Some((share("mql")?, share("customer")?))
    }

    /// Who waits longer than others, and is worth most.
    fn waiting(&self) -> Option<String> {
        let [dach, elsewhere] = self.waits.each_ref().map(|waits| median(waits));
        let [asked, others] = self.won()?;
        let joint = if asked.value() > others.value() { "Yet" } else { "And" };
        Some(format!(
            "In the last {} weeks, half of the hot demo requests from DACH waited more than {} of \
             business time for a first contact; elsewhere {}. {joint} {} of all demo requests from \
             DACH become customers ({} of {}), and {} of those from elsewhere ({} of {}).",
            days(LOOKS_BACK.0 as f64 / Seconds::days(7).0 as f64),
            length(dach?),
            length(elsewhere?),
            percent(asked),
            number(asked.part),
            number(asked.whole),
            percent(others),
            number(others.part),
            number(others.whole),
        ))
    }

    /// Customers among the demo requests from DACH, and among those from elsewhere.
    fn won(&self) -> Option<[Share; 2]> {
        let asked = &slice(&self.by_source, "demo_request")?.funnel;
        let dach = &slice(&self.by_territory, "dach")?.funnel.leads;
        let won = &asked.stages.last()?.reached;
        Some([true, false].map(|here| {
            let count = |leads: &Leads| {
                leads.ids().iter().filter(|lead| dach.contains(**lead) == here).count()
            };
            Share { part: count(won), whole: count(&asked.leads) }
        }))
    }

    pub(crate) fn document(
        &self,
        place: &Place,
        asked: &DemoArguments,
        report: &DemoReport,
    ) -> anyhow::Result<Value> {
        let shares = self.webinar_shares();
        let [dach, elsewhere] = self
            .waits
            .each_ref()
            .map(|waits| median(waits).map(|micros| micros as f64 / Instant::PER_HOUR as f64));
        let stages = self.by_source.whole.funnel.stages.iter().map(|figures| {
            let stage = &self.by_source.path.stages()[figures.stage];
            json!({ "id": stage.id, "reached": figures.reached.count() })
        });
        let [marketing, sales] = &self.promises.sides;
        Ok(json!({
            "ledger": place.to_string(),
            "seed": asked.seed,
            "leads": report.leads,
            "facts": report.facts,
            "decisions": report.settled.changes,
            "now": self.now.to_string(),
            "funnel": stages.collect::<Vec<_>>(),
            "promises": {
                "marketing": { "kept": marketing.kept, "broken": marketing.broken },
                "sales": { "kept": sales.kept, "broken": sales.broken },
            },
            "webinar_share_of_mqls": shares.and_then(|(sent, _)| sent.value()),
            "webinar_share_of_customers": shares.and_then(|(_, won)| won.value()),
            "demo_request_wait_business_hours_median": { "dach": dach, "elsewhere": elsewhere },
            "demo_requests_from_dach_won": self.won().and_then(|[dach, _]| dach.value()),
            "demo_requests_from_elsewhere_won": self.won().and_then(|[_, other]| other.value()),
            "lead": self.lead.map(|lead| lead.to_string()),
        }))
    }
}

fn slice<'a>(answer: &'a FunnelAnswer, value: &str) -> Option<&'a FunnelSlice> {
    answer.slices.iter().find(|slice| slice.value.as_deref() == Some(value))
}

/// Business time until the promise was answered, or until now where it was not.
fn waited(clock: &PromiseClock, calendar: &worktime::Calendar, now: Instant) -> Option<i64> {
    match clock.outcome {
        ClockOutcome::Kept | ClockOutcome::AnsweredLate => {
            Some(calendar.elapsed(clock.started.at, clock.ended?.at))
        }
        ClockOutcome::StillOpen => Some(calendar.elapsed(clock.started.at, now)),
        _ => None,
    }
}

fn median(waits: &[i64]) -> Option<i64> {
    let summary = Summary::of(waits.iter().map(|&micros| micros as f64).collect())?;
    Some(summary.median as i64)
}
