//! A second engine, as slow and plain as possible: every rule is asked from scratch, by walking
//! its tree over the raw rows, at every instant at which anything could change.
//!
//! It shares with the fold only the business calendar and the decay of a score.

mod asking;

use asking::{Asking, Moment};
use charter::{
    BreachAct, BreachStep, CalendarTerms, Charter, Decay, Promise, PromiseEnd, StageKind, Verdict,
    Within,
};
use facts::{Instant, Kind, Precision, Selector, Vocabulary};
use timeline::{OwnedStory, Row};
use worktime::{Calendar, Day};

/// A decision, in a line.
pub type Line = String;

#[derive(Clone)]
struct Clock {
    promise: usize,
    started: Instant,
    precision: Precision,
    earliest: Instant,
    due: Instant,
    broken: bool,
    /// When each step after the breach is due, and which it is.
    steps: Vec<(Instant, usize)>,
}

pub struct Reference<'a> {
    asking: Asking<'a>,
    /// The calendars of the charter, in its order.
    calendars: Vec<Calendar>,
    calendar: Calendar,
    clocks: Vec<Clock>,
    started: Vec<usize>,
    /// The pipeline of this pass, or of the last one.
    pipeline: Option<usize>,
    /// The hand-off that was wanted last in this pass.
    handoff: Option<usize>,
    returns: Option<(Instant, usize)>,
    precision: Precision,
    lines: Vec<Line>,
}

impl<'a> Reference<'a> {
    pub fn new(charter: &'a Charter, story: &'a OwnedStory, vocabulary: &'a Vocabulary) -> Self {
        let calendar = |terms: &CalendarTerms| {
            let zone = terms.timezone.as_ref().unwrap_or(&charter.timezone);
            Calendar::new(zone, &terms.hours, &[]).unwrap()
        };
        let calendars: Vec<_> = charter.calendars.iter().map(calendar).collect();
        let calendar = calendars[0].clone();
        let decay = Decay::new(charter.engagement.half_life);
        let asking = Asking::new(charter, story, vocabulary, decay);
        Self {
            asking,
            calendars,
            calendar,
            clocks: Vec::new(),
            started: Vec::new(),
            pipeline: None,
            handoff: None,
            returns: None,
            precision: Precision::Instant,
            lines: Vec::new(),
        }
    }

    pub fn run(mut self, until: Instant) -> Vec<Line> {
        let rows = &self.asking.story.rows;
        let mut now = Instant(i64::MIN);
        loop {
            let next_row = rows.get(self.asking.rows).map_or(Instant::NEVER, |row| row.at);
            let next_time = self.next_time(now);
            if next_row.min(next_time) > until {
                return self.lines;
            }
            now = next_row.min(next_time);
            while self.asking.rows < rows.len() && rows[self.asking.rows].at == now {
                self.fact(&rows[self.asking.rows]);
            }
            self.time(now);
        }
    }

    /// The next instant after `now` at which anything could change by time.
    fn next_time(&self, now: Instant) -> Instant {
        let steps = self.clocks.iter().flat_map(|clock| clock.steps.iter().map(|(at, _)| *at));
        let dues = self.clocks.iter().map(|clock| clock.due).chain(steps);
        let returns = self.returns.iter().map(|(at, _)| *at);
        let flips = self.asking.flips();
        dues.chain(returns).chain(flips).filter(|at| *at > now).min().unwrap_or(Instant::NEVER)
    }

    fn fact(&mut self, row: &Row) {
        let index = self.asking.rows;
        let (kind, name) = self.asking.vocabulary.name(row.code).unwrap();
        let (at, precision) = (row.at, row.flags.precision());
        let why = format!("fact {}", self.asking.story.keys[index].0);
        let charter = self.asking.charter;
        let first = charter.pipelines.iter().position(|pipeline| pipeline.after.is_none());
        let goes_on = self.goes_on(kind, name);
        let opens_on = &charter.pass.opens_on;
        let begins = !self.asking.open && opens(opens_on, kind, name) && self.may_open();
        let opens = begins || goes_on.is_some();
        if opens {
            self.pipeline = goes_on.or(first);
            self.open(self.first(), index, at, precision, &why);
        }
        self.asking.rows += 1;
        if opens {
            self.find_motion(Moment::facts(at), &why);
        }
        self.end_by_fact(row, kind, name, &why);
        match kind {
            Kind::Verdict => self.verdict(row, name, &why),
            Kind::Reopening
                if !self.asking.open
                    && self.asking.stage.is_some_and(|it| self.kind(it) != StageKind::Won) =>
            {
                self.open(self.first(), index, at, precision, &why);
                self.find_motion(Moment::facts(at), &why);
            }
            _ => {}
        }
        self.settle(Moment::facts(at), precision, &why);
    }

    fn time(&mut self, at: Instant) {
        if let Some((_, to)) = self.returns.filter(|(returns, _)| *returns <= at) {
            let precision = self.precision;
            self.open(to, self.asking.rows, at, precision, "time");
            self.find_motion(Moment::time(at), "time");
        }
        let precision = self.precision;
        self.settle(Moment::time(at), precision, "time");
        let mut index = 0;
        while index < self.clocks.len() {
            if !self.clocks[index].broken && self.clocks[index].due <= at {
                if self.may_be_answered(&self.clocks[index]) {
                    let clock = self.clocks.remove(index);
                    self.tell_clock("clock_unknowable", &clock, at, "time");
                    continue;
                }
                self.clocks[index].broken = true;
                let clock = self.clocks[index].clone();
                self.tell_clock("clock_broken", &clock, at, "time");
                self.clocks[index].steps = self.steps(&clock);
            } else if self.clocks[index].steps.iter().any(|(due, _)| *due <= at) {
                let (_, step) = *self.clocks[index].steps.iter().min().unwrap();
                self.clocks[index].steps.retain(|(_, other)| *other != step);
                let clock = self.clocks[index].clone();
                self.escalate(&clock, step, at);
                index = 0;
            } else {
                index += 1;
            }
        }
    }

    /// Whether a fact of the day on which a clock started may have come after its start.
    fn may_be_answered(&self, clock: &Clock) -> bool {
        let day = self.calendar.day_of(clock.started);
        clock.precision == Precision::Instant
            && self.asking.story.rows[..self.asking.rows].iter().any(|row| {
                let (kind, name) = self.asking.vocabulary.name(row.code).unwrap();
                row.flags.precision() == Precision::Day
                    && row.at <= clock.started
                    && self.calendar.day_of(row.at) == day
                    && self.ends(clock, row, kind, name)
            })
    }

    /// What follows the breach of a clock, and when.
    fn steps(&self, clock: &Clock) -> Vec<(Instant, usize)> {
        let promise = &self.asking.charter.promises[clock.promise];
        let due = |step: &BreachStep| match step.after {
            None => clock.due,
            Some(after) => self.due(promise, after, clock.due, Precision::Instant),
        };
        promise.steps.iter().map(due).zip(0..).collect()
    }

    fn escalate(&mut self, clock: &Clock, step: usize, at: Instant) {
        let charter = self.asking.charter;
        let promise = &charter.promises[clock.promise];
        let clause = format!("promise.{}.breach.{}", promise.id, step + 1);
        self.tell("escalated", &promise.id, &clause, at, &format!("time, due {}", clock.due));
        match promise.steps[step].does {
            BreachAct::Tell(_) => {}
            BreachAct::Reassign => {
                let wanted = self.handoff.map(|handoff| &charter.handoffs[handoff].id);
                wanted
                    .into_iter()
                    .for_each(|id| self.tell("handoff_wanted", id, &clause, at, "time"));
            }
            BreachAct::Return(to) => {
                let to = self.resting(to);
                self.close(to, &clause, at, "time");
                for clock in std::mem::take(&mut self.clocks) {
                    self.end(&clock, false, at, clock.precision, "time");
                }
                self.enter(to, &clause, at, clock.precision, "time");
                self.settle(Moment::time(at), clock.precision, "time");
            }
        }
    }

    /// The pipeline of which a fact opens a pass for somebody who was won.
    fn goes_on(&self, kind: Kind, name: &str) -> Option<usize> {
        let stage = self.asking.stage?;
        let mut pipelines = self.asking.charter.pipelines.iter();
        pipelines.position(|pipeline| {
            pipeline.after.as_ref().is_some_and(|after| {
                let from = after.stage == stage || after.rests_in == stage && !self.asking.open;
                from && opens(&after.opens_on, kind, name)
            })
        })
    }

    /// The stage in which a pass of the pipeline begins.
    fn first(&self) -> usize {
        self.pipeline.map_or(0, |index| self.asking.charter.pipelines[index].stages[0])
    }

    /// Where a lead rests that is sent to a stage.
    fn resting(&self, to: usize) -> usize {
        let after = self.pipeline.and_then(|it| self.asking.charter.pipelines[it].after.as_ref());
        match after {
            Some(after) if self.kind(to) == StageKind::Nurture => after.rests_in,
            _ => to,
        }
    }

    fn may_open(&self) -> bool {
        let mut after = self.asking.charter.pipelines.iter().filter_map(|it| it.after.as_ref());
        self.asking.stage.is_none_or(|stage| {
            self.kind(stage) == StageKind::Nurture && !after.any(|it| it.rests_in == stage)
        })
    }

    fn kind(&self, stage: usize) -> StageKind {
        self.asking.charter.stages[stage].kind
    }

    fn open(&mut self, to: usize, row: usize, at: Instant, precision: Precision, why: &str) {
        self.asking.pass += 1;
        self.asking.open = true;
        self.asking.pass_row = row;
        self.asking.motion = None;
        self.returns = None;
        self.handoff = None;
        let stage = self.asking.charter.stages[to].id.clone();
        let pipeline = self.pipeline.map(|index| &self.asking.charter.pipelines[index]);
        let clause = match pipeline.filter(|pipeline| pipeline.after.is_some()) {
            Some(pipeline) => format!("pipeline.{}", pipeline.id),
            None => "pass".to_owned(),
        };
        self.tell("pass_opened", &stage, &clause, at, why);
        self.enter(to, &clause, at, precision, why);
    }

    fn find_motion(&mut self, moment: Moment, why: &str) {
        let mut motions = self.asking.charter.motions.iter();
        let found = motions.find(|motion| {
            motion.pipeline == self.pipeline && self.asking.holds(&motion.when, moment)
        });
        if let Some(motion) = found {
            self.asking.motion = Some(&motion.id);
            let clause = format!("motion.{}", motion.id);
            self.tell("motion_set", &motion.id, &clause, moment.at, why);
        }
    }

    fn verdict(&mut self, row: &Row, name: &str, why: &str) {
        let Some(stage) = self.asking.stage else { return };
        let verdict = Verdict::ALL.into_iter().find(|v| v.word() == name).unwrap();
        let terms = self.asking.charter.verdicts.iter().find(|terms| terms.verdict == verdict);
        let Some(rests_in) = terms.and_then(|terms| terms.rests_in) else { return };
        let open = self.asking.open && self.kind(stage) == StageKind::Open;
        let resting = self.kind(stage) == StageKind::Nurture && name == "disqualified";
        if !open && !resting {
            return;
        }
        let terms = terms.unwrap();
        let reason = self.asking.vocabulary.word(row.symbol());
        let declared = terms.reasons.iter().find(|(known, _)| known == reason);
        let clause = declared
            .map_or(format!("verdict.{name}"), |(reason, _)| format!("verdict.{name}.{reason}"));
        let (at, precision) = (row.at, row.flags.precision());
        let rests_in = self.resting(rests_in);
        self.close(rests_in, &clause, at, why);
        self.enter(rests_in, &clause, at, precision, why);
        if let Some((_, Some(after))) = declared {
            let charter = self.asking.charter;
            let own = self.pipeline.is_some_and(|it| charter.pipelines[it].after.is_some());
            let to = if own { self.first() } else { terms.returns_to };
            self.returns = Some((at.plus(*after), to));
        }
    }

    fn close(&mut self, to: usize, clause: &str, at: Instant, why: &str) {
        if self.asking.open {
            let stage = self.asking.charter.stages[to].id.clone();
            self.tell("pass_closed", &stage, clause, at, why);
        }
        self.asking.open = false;
        self.returns = None;
        self.handoff = None;
    }

    fn enter(&mut self, to: usize, clause: &str, at: Instant, precision: Precision, why: &str) {
        let charter = self.asking.charter;
        let forward = self.kind(to) == StageKind::Open
            && self.asking.stage.is_some_and(|stage| self.kind(stage) == StageKind::Open);
        for clock in std::mem::take(&mut self.clocks) {
            let kept = match &charter.promises[clock.promise].until {
                PromiseEnd::Leaves => true,
                PromiseEnd::Reaches(stage) if forward && to < *stage => {
                    self.clocks.push(clock);
                    continue;
                }
                PromiseEnd::Reaches(stage) => {
                    to == *stage || self.kind(to).is_on_path() && to > *stage
                }
                _ if forward => {
                    self.clocks.push(clock);
                    continue;
                }
                _ => false,
            };
            self.end(&clock, kept, at, precision, why);
        }
        self.tell("stage_entered", &charter.stages[to].id, clause, at, why);
        self.asking.stage = Some(to);
        self.asking.entered = at;
        self.precision = precision;
        self.started.clear();
        if let Some(index) = charter.handoffs.iter().position(|handoff| handoff.at == to) {
            self.handoff = Some(index);
            let handoff = &charter.handoffs[index];
            self.tell("handoff_wanted", &handoff.id, &format!("handoff.{}", handoff.id), at, why);
        }
    }

    fn settle(&mut self, moment: Moment, precision: Precision, why: &str) {
        let charter = self.asking.charter;
        let at = moment.at;
        while let Some(from) = self.asking.stage {
            let beside = |to: usize| !self.kind(to).is_on_path();
            let mut targets: Vec<usize> = (0..charter.stages.len())
                .filter(|&to| match (self.kind(from), self.kind(to)) {
                    (StageKind::Open, StageKind::Open | StageKind::Won) => to > from,
                    (StageKind::Open, _) => true,
                    (StageKind::Nurture, StageKind::Disqualified) => true,
                    _ => false,
                })
                .collect();
            targets.sort_by_key(|&to| (beside(to), to));
            let holds = |to: &usize| {
                let enter = &charter.stages[*to].enter;
                self.may_enter(*to)
                    && enter.as_ref().is_some_and(|rule| self.asking.holds(rule, moment))
            };
            let Some(to) = targets.into_iter().find(holds) else { break };
            if precision >= Precision::Day {
                self.start(from, moment, precision, why);
            }
            let clause = format!("stage.{}", charter.stages[to].id);
            let to = self.resting(to);
            if !self.kind(to).is_on_path() {
                self.close(to, &clause, at, why);
            }
            self.enter(to, &clause, at, precision, why);
        }
        if let Some(stage) = self.asking.stage {
            self.start(stage, moment, precision, why);
        }
    }

    /// Whether the motion of the pass goes through a stage.
    fn may_enter(&self, stage: usize) -> bool {
        let mut motions = self.asking.charter.motions.iter();
        let motion = motions.find(|motion| self.asking.motion == Some(&motion.id));
        let path = motion.and_then(|motion| motion.stages.as_ref());
        path.is_none_or(|path| path.contains(&stage) || !self.kind(stage).is_on_path())
    }

    fn start(&mut self, stage: usize, moment: Moment, precision: Precision, why: &str) {
        let (charter, at) = (self.asking.charter, moment.at);
        for (index, promise) in charter.promises.iter().enumerate() {
            if promise.from == stage
                && !self.started.contains(&index)
                && self.asking.holds(&promise.when, moment)
            {
                self.started.push(index);
                let clock = self.clock(index, at, precision);
                self.tell_clock("clock_started", &clock, at, why);
                self.clocks.push(clock);
            }
        }
    }

    fn clock(&self, promise: usize, started: Instant, precision: Precision) -> Clock {
        let terms = &self.asking.charter.promises[promise];
        let within = terms.within;
        let end_of_day = |day: i32| Instant(self.calendar.day_start(Day(day + 1)).0 - 1);
        let day = self.calendar.day_of(started).0;
        let due = |from: Instant| self.due(terms, within, from, precision);
        let latest = match (precision, within) {
            (Precision::Instant, _) => due(started),
            (_, Within::Days(days)) => end_of_day(day + i32::from(days)),
            _ => due(end_of_day(day)),
        };
        let (earliest, steps) = (due(started), Vec::new());
        Clock { promise, started, precision, earliest, due: latest, broken: false, steps }
    }

    /// So long after an instant, by the calendar of a promise.
    fn due(
        &self,
        promise: &Promise,
        after: Within,
        from: Instant,
        precision: Precision,
    ) -> Instant {
        let business = &self.calendars[promise.calendar];
        match after {
            Within::Business(span) => business.due(from, span),
            Within::BusinessDays(days) => {
                // A day is a date, whichever zone it is a date of.
                let is_day = precision == Precision::Day;
                let zone = if is_day { &self.calendar } else { business };
                closing(business, zone.day_of(from).0, days)
            }
            Within::Wall(span) => from.plus(span),
            Within::Days(days) => self.calendar.days_later(from, days),
        }
    }

    fn end_by_fact(&mut self, row: &Row, kind: Kind, name: &str, why: &str) {
        for clock in std::mem::take(&mut self.clocks) {
            if self.ends(&clock, row, kind, name) {
                self.end(&clock, true, row.at, row.flags.precision(), why);
            } else {
                self.clocks.push(clock);
            }
        }
    }

    /// Whether a fact is what a clock waits for.
    fn ends(&self, clock: &Clock, row: &Row, kind: Kind, name: &str) -> bool {
        let event = matches!(kind, Kind::Touch | Kind::Activity);
        match &self.asking.charter.promises[clock.promise].until {
            PromiseEnd::HumanOutreach => {
                kind == Kind::Activity && row.flags.is_human() && !name.ends_with(".no_show")
            }
            PromiseEnd::Facts(selectors) => event && selectors.iter().any(|s| s.matches(name)),
            PromiseEnd::AnyVerdict => kind == Kind::Verdict,
            PromiseEnd::Assigned => kind == Kind::Assignment,
            PromiseEnd::Leaves | PromiseEnd::Reaches(_) => false,
        }
    }

    fn end(&mut self, clock: &Clock, happened: bool, at: Instant, precision: Precision, why: &str) {
        let days = self.calendar.day_of(at).0 - self.calendar.day_of(clock.started).0;
        let terms = &self.asking.charter.promises[clock.promise];
        let (within, business) = (terms.within, &self.calendars[terms.calendar]);
        let zone = if precision == Precision::Day { &self.calendar } else { business };
        let last_business_day = business.day_of(Instant(clock.due.0 - 1)).0;
        let fuzzy = clock.precision == Precision::Day || precision == Precision::Day;
        let latest = if precision == Precision::Day {
            Instant(self.calendar.day_start(Day(self.calendar.day_of(at).0 + 1)).0 - 1)
        } else {
            at
        };
        let what = match (clock.broken, happened) {
            (true, true) => "clock_answered_late",
            (true, false) => "clock_never_answered",
            (false, false) => "clock_cancelled",
            (false, true) => match within {
                Within::Days(promised) if fuzzy && days <= i32::from(promised) => "clock_kept",
                Within::BusinessDays(_) if fuzzy && zone.day_of(at).0 <= last_business_day => {
                    "clock_kept"
                }
                _ if !fuzzy || latest <= clock.earliest => "clock_kept",
                _ => "clock_unknowable",
            },
        };
        self.tell_clock(what, clock, at, why);
    }

    fn tell_clock(&mut self, what: &str, clock: &Clock, at: Instant, why: &str) {
        let id = &self.asking.charter.promises[clock.promise].id;
        let why = format!("{why}, due {}", clock.due);
        self.tell(what, id, &format!("promise.{id}"), at, &why);
    }

    fn tell(&mut self, what: &str, target: &str, clause: &str, at: Instant, why: &str) {
        let pass = self.asking.pass;
        self.lines.push(format!("{at} pass {pass}: {what} {target} by {clause}: {why}"));
    }
}

/// Whether a fact is among those that open a pass.
fn opens(opens_on: &[Selector], kind: Kind, name: &str) -> bool {
    match kind {
        Kind::Touch | Kind::Activity => opens_on.iter().any(|s| s.matches(name)),
        Kind::Assignment | Kind::Opportunity => opens_on.iter().any(|s| s.as_str() == kind.word()),
        _ => false,
    }
}

/// The end of the nth day after a day on which business is open, by walking over its minutes.
fn closing(calendar: &Calendar, day: i32, days: u16) -> Instant {
    let minutes = |day: i32| {
        let (from, to) = (calendar.day_start(Day(day)).0, calendar.day_start(Day(day + 1)).0);
        (from..to).step_by(60_000_000).map(Instant)
    };
    let closes = |day: i32| minutes(day).filter(|at| calendar.is_open(*at)).last();
    let mut closings = (day + 1..).filter_map(closes);
    let last = closings.nth(usize::from(days) - 1).unwrap();
    Instant(last.0 + 60_000_000)
}
