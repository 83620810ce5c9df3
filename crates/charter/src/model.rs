//! The charter as data: what both teams agreed.

use crate::rule::Rule;
use crate::terms::{
    Attribution, Cadence, CountedPromise, FunnelTarget, Goal, GradeTerms, Incentive, Persona,
    Route, Signers, Unit,
};
use facts::{Schema, Seconds, Selector};
use std::collections::BTreeMap;
use worktime::WeeklyHours;

/// The whole agreement, checked: every reference resolves, every rule is typed, every open stage
/// has a promise that bounds its rest.
#[derive(Clone, PartialEq, Debug)]
pub struct Charter {
    /// What both teams call it.
    pub name: String,
    /// The IANA zone in which a day is a day, `Europe/Paris`.
    pub timezone: String,
    /// The ISO 4217 code of amounts.
    pub currency: String,
    /// The names that rules may use.
    pub schema: Schema,
    /// When business is open: at least one, of which the first counts where none is named.
    pub calendars: Vec<CalendarTerms>,
    /// The ideal customer in a sentence; empty when not said.
    pub icp_reading: String,
    /// Points for who they are.
    pub fit: Vec<FitClause>,
    /// Points for what they do.
    pub engagement: Engagement,
    /// Names for levels of engagement.
    pub temperature: Temperature,
    /// What opens a pass.
    pub pass: PassTerms,
    /// The kinds of business that leads travel towards; none where there is only one.
    pub pipelines: Vec<Pipeline>,
    /// How passes begin: the first of its pipeline whose rule holds when one opens is its motion.
    /// Each pipeline has one that holds always.
    pub motions: Vec<Motion>,
    /// The stages: first the path in order, then those beside it.
    pub stages: Vec<Stage>,
    /// What passes from one role to another.
    pub handoffs: Vec<Handoff>,
    /// Who is given the leads that are handed over: the first that holds.
    pub routes: Vec<Route>,
    /// Promises in either direction.
    pub promises: Vec<Promise>,
    /// What each verdict causes.
    pub verdicts: Vec<VerdictTerms>,
    /// For each stage that an earlier version had and this one has not, the index in
    /// [`Charter::stages`] of the stage that its leads move to.
    pub moves_to: BTreeMap<String, usize>,
    /// Who signs which part.
    pub signers: Signers,
    /// Roles in the buying committee; the first whose rule holds is a lead's.
    pub personas: Vec<Persona>,
    /// The bounds of grades, where there are grades.
    pub grade: Option<GradeTerms>,
    /// Promises about a number in a period.
    pub counted: Vec<CountedPromise>,
    /// The agreed funnel dynamics.
    pub funnel: Vec<FunnelTarget>,
    /// What both sides aim at.
    pub goals: Vec<Goal>,
    /// How a result is shared among the touches before it, where that was agreed.
    pub attribution: Option<Attribution>,
    /// Pay that both sides earn together, where that was agreed.
    pub incentive: Option<Incentive>,
    /// When both sides meet.
    pub cadence: Cadence,
    /// What is agreed about accounts themselves, as a charter of its own that has no more than
    /// that; `None` where accounts are not followed.
    pub account: Option<Box<Charter>>,
    /// Business units that override terms; the first whose rule holds is a lead's.
    pub units: Vec<Unit>,
}

/// Which team.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Side {
    /// Marketing.
    Marketing,
    /// Sales.
    Sales,
}

impl Side {
    /// Its word, as charters write it: `marketing` or `sales`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Marketing => "marketing",
            Self::Sales => "sales",
        }
    }
}

/// When business is open; holidays are settings and come from elsewhere.
#[derive(Clone, PartialEq, Debug)]
pub struct CalendarTerms {
    /// The calendar's id, `office`.
    pub id: String,
    /// Opening hours by weekday.
    pub hours: WeeklyHours,
    /// The IANA zone of its hours, where it is another than the charter's.
    pub timezone: Option<String>,
    /// Whether it is closed on holidays.
    pub keeps_holidays: bool,
}

/// `[[icp.fit]]`: points for who they are.
#[derive(Clone, PartialEq, Debug)]
pub struct FitClause {
    /// The clause's id, `fit.1`.
    pub id: String,
    /// When the points count; may speak of traits only.
    pub when: Rule,
    /// The rule as written.
    pub text: String,
    /// How many, -1000 to 1000.
    pub points: f64,
}

/// `[engagement]`: points for what they do, losing half of their worth each half-life.
#[derive(Clone, PartialEq, Debug)]
pub struct Engagement {
    /// The half-life.
    pub half_life: Seconds,
    /// Points by fact; the first clause that matches a fact's name counts.
    pub points: Vec<PointsClause>,
}

/// `"email.clicked" = { points = 3, at_most = 12, per = "7d" }`.
#[derive(Clone, PartialEq, Debug)]
pub struct PointsClause {
    /// Which facts.
    pub selector: Selector,
    /// How many points each.
    pub points: f64,
    /// How often they count at most.
    pub cap: Option<Cap>,
}

/// A bound on how often points count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cap {
    /// How many times, 1 to [`Cap::TIMES_MAX`].
    pub times: u8,
    /// Within any window of this length.
    pub per: Seconds,
}

impl Cap {
    /// The most times that a cap may allow.
    pub const TIMES_MAX: u8 = 32;
}

/// `[temperature]`: hot from this engagement on, warm from that; cold below.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Temperature {
    /// Hot at this engagement and above.
    pub hot: f64,
    /// Warm at this engagement and above.
    pub warm: f64,
}

/// `[pass]`: what opens a pass.
#[derive(Clone, PartialEq, Debug)]
pub struct PassTerms {
    /// Names of touches and activities that open one, and the words `assignment` and
    /// `opportunity` for facts of those kinds. Default: every touch, and `opportunity`.
    pub opens_on: Vec<Selector>,
}

/// `[[pipeline]]`: a kind of business that leads travel towards, and the path to it.
#[derive(Clone, PartialEq, Debug)]
pub struct Pipeline {
    /// The pipeline's id, `expansion`.
    pub id: String,
    /// Its name for people, `Expansion`.
    pub name: String,
    /// How its passes begin; `None` for those that `[pass]` opens.
    pub after: Option<After>,
    /// The stages of its path, by index in [`Charter::stages`], ascending; a pass begins in the
    /// first.
    pub stages: Vec<usize>,
}

/// How the passes of a pipeline begin that goes on after another.
#[derive(Clone, PartialEq, Debug)]
pub struct After {
    /// The index in [`Charter::stages`] of the won stage whose leads it is for.
    pub stage: usize,
    /// What opens a pass, as in [`PassTerms::opens_on`].
    pub opens_on: Vec<Selector>,
    /// The index in [`Charter::stages`] of the nurture stage where they rest when a pass ends
    /// without being won; a pass may open from there too.
    pub rests_in: usize,
}

/// `[[motion]]`: how a pass begins, and the path that it takes.
#[derive(Clone, PartialEq, Debug)]
pub struct Motion {
    /// The motion's id, `inbound`; that of its pipeline for the one that takes all other passes
    /// where none is written.
    pub id: String,
    /// The index in [`Charter::pipelines`] of the pipeline whose passes begin so; `None` where
    /// there are no pipelines.
    pub pipeline: Option<usize>,
    /// When a pass that opens has it, by what is known then; may not ask for the motion.
    pub when: Rule,
    /// The rule as written; empty for all passes that no motion before it takes.
    pub text: String,
    /// The stages of the path that a lead enters by rule in such a pass, by index in
    /// [`Charter::stages`], ascending from the first; `None` for all of them.
    pub stages: Option<Vec<usize>>,
}

/// `[[stage]]`.
#[derive(Clone, PartialEq, Debug)]
pub struct Stage {
    /// The stage's id, `mql`.
    pub id: String,
    /// Its name for people, `Marketing qualified`.
    pub name: String,
    /// Who is responsible while a lead is in it.
    pub side: Side,
    /// What kind of place it is.
    pub kind: StageKind,
    /// When a lead enters it; the first stage of the path has none: a pass begins there.
    pub enter: Option<Rule>,
    /// The rule as written; empty where there is none.
    pub text: String,
}

/// What kind of place a stage is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StageKind {
    /// On the path; a lead in it is open and needs a promise that bounds its rest.
    Open,
    /// On the path and reached: a customer.
    Won,
    /// Beside the path: resting with marketing until a new qualifying fact or the recycle date.
    /// A lead in it is open and needs a promise that bounds its rest.
    Nurture,
    /// Beside the path: out, until a person reopens it.
    Disqualified,
}

impl StageKind {
    /// Whether a lead in it waits for somebody.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Nurture)
    }

    /// Whether it lies on the path (and not beside it).
    #[must_use]
    pub const fn is_on_path(self) -> bool {
        matches!(self, Self::Open | Self::Won)
    }
}

/// `[[handoff]]`: from one role to another.
#[derive(Clone, PartialEq, Debug)]
pub struct Handoff {
    /// The hand-off's id, `mql-to-sdr`.
    pub id: String,
    /// The index in [`Charter::stages`] of the stage whose entry wants it.
    pub at: usize,
    /// The role or queue that takes over, `sdr`.
    pub to: String,
}

/// `[[promise]]`: an SLA clause.
#[derive(Clone, PartialEq, Debug)]
pub struct Promise {
    /// The promise's id, `first-touch-hot`.
    pub id: String,
    /// Who gives it.
    pub by: Side,
    /// The index in [`Charter::stages`] of the stage in which it runs.
    pub from: usize,
    /// It starts at the first instant in the stage when this holds.
    pub when: Rule,
    /// The rule as written; empty for always.
    pub when_text: String,
    /// What keeps it.
    pub until: PromiseEnd,
    /// Within how long.
    pub within: Within,
    /// The index in [`Charter::calendars`] of the calendar by which business time is counted.
    pub calendar: usize,
    /// Who is told when it is broken: `assignee`, `sales_head`, a role or a queue.
    pub tell: Vec<String>,
    /// What follows the breach while nobody answers, in the order of the file.
    pub steps: Vec<BreachStep>,
}

/// `after 8 business hours: reassign`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BreachStep {
    /// How long after the breach; `None` for at once.
    pub after: Option<Within>,
    /// What happens.
    pub does: BreachAct,
}

/// What a step after a breach does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BreachAct {
    /// Tells somebody: `assignee`, `sales_head`, a role or a queue.
    Tell(String),
    /// Takes the lead from its assignee: it waits in the queue of its hand-off for another.
    Reassign,
    /// Sends the lead to this stage (its index in [`Charter::stages`]), where it rests.
    Return(usize),
}

/// What keeps a promise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PromiseEnd {
    /// A call, mail, message or meeting by a person (`human_outreach`).
    HumanOutreach,
    /// One of these touches or activities.
    Facts(Vec<Selector>),
    /// Any verdict.
    AnyVerdict,
    /// An assignment to a person.
    Assigned,
    /// Leaving the stage, whereto ever (`leaves`).
    Leaves,
    /// Entering this stage (its index), or any later one of the path.
    Reaches(usize),
}

/// How long a promise gives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Within {
    /// Hours in which business is open (`4 business hours`, `30 business minutes`).
    Business(Seconds),
    /// Until the closing time of the nth day after this one on which business is open
    /// (`2 business days`). The day on which the promise starts does not count, whatever the hour.
    /// Between facts known to the day, days are compared.
    BusinessDays(u16),
    /// Wall-clock hours (`24 hours`, `30 minutes`).
    Wall(Seconds),
    /// Days (`14 days`, `14d`): as long after midnight, so many days later in the charter's zone.
    /// Between facts known to the day, days are compared.
    Days(u16),
}

impl Within {
    /// Whether it is counted by a calendar of business.
    #[must_use]
    pub const fn is_business(self) -> bool {
        matches!(self, Self::Business(_) | Self::BusinessDays(_))
    }
}

/// The verdicts that sales can give.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Verdict {
    /// Sales takes the lead.
    Accepted,
    /// Not a lead that sales wants; the pass closes.
    Rejected,
    /// Not now; the pass closes, and opens again at the reason's date.
    Recycled,
    /// Never; the pass closes, and only a person reopens the lead.
    Disqualified,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 4] = [Self::Accepted, Self::Rejected, Self::Recycled, Self::Disqualified];

    /// Its word, as facts and rules name it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Recycled => "recycled",
            Self::Disqualified => "disqualified",
        }
    }
}

/// `[verdict.recycled]`: what a verdict causes.
#[derive(Clone, PartialEq, Debug)]
pub struct VerdictTerms {
    /// Which verdict.
    pub verdict: Verdict,
    /// The reasons that may be given, each with how long until the lead comes back
    /// (`None`: only a new qualifying fact brings it back).
    pub reasons: Vec<(String, Option<Seconds>)>,
    /// The index in [`Charter::stages`] of the stage where the lead rests; `None` for `accepted`.
    pub rests_in: Option<usize>,
    /// The index in [`Charter::stages`] of the stage where it comes back at its recycle date.
    pub returns_to: usize,
}
