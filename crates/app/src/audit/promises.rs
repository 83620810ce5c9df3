//! What the promises of a charter would have caught.

use super::cases::earliest;
use crate::AppError;
use charter::{Charter, Program, PromiseEnd};
use facts::{Instant, Precision, Vocabulary};
use insight::{Case, Caught, Moment, PromiseClock, clocks_of, judged, pledges, promises};
use jiff::civil::Date;
use lifecycle::{Folder, Reign, decide};
use timeline::OwnedStory;

/// Folds each story under the charter; `None` where the export dates no hand-over.
pub(super) fn held(
    program: Program,
    charter: &Charter,
    cases: &[Case],
    stories: &[OwnedStory],
    until: Instant,
) -> Option<Caught> {
    let reign = Reign::of(program, earliest(stories));
    let mut folder = Folder::new(&reign);
    let mut clocks: Vec<PromiseClock> = Vec::new();
    let mut handed_over = 0;
    for story in stories {
        let (decisions, _) = decide(&mut folder, story.as_story(), until);
        handed_over += usize::from(!decisions.is_empty());
        let own = clocks_of(&reign, story.lead, &decisions);
        clocks.extend(own.into_iter().map(|clock| clock.as_of(until)));
    }
    let known = Known::of(cases);
    let all = promises(&pledges(&reign, until), &clocks).into_iter().filter(|figures| {
        let mut terms = charter.promises.iter();
        let own = terms.find(|promise| promise.id == figures.pledge.id);
        own.is_some_and(|promise| {
            charter.stages[promise.from].id == super::terms::HANDED_OVER
                && known.can_judge(&promise.until)
        })
    });
    let promises = judged(all.collect());
    (handed_over > 0).then_some(Caught { promises, handed_over })
}

/// Compiled so that it covers all codes, those that compiling adds included.
pub(crate) fn compiled(
    vocabulary: &mut Vocabulary,
    charter: &Charter,
    holidays: &[Date],
) -> Result<Program, AppError> {
    loop {
        let program = Program::compile(charter, holidays, vocabulary)?;
        if program.covers(vocabulary.code_count()) {
            return Ok(program);
        }
    }
}

/// Of which ends of promises the export tells when they happened. A promise whose end it never
/// tells would look broken for want of data.
struct Known {
    work: bool,
    verdicts: bool,
    ends: bool,
}

impl Known {
    fn of(cases: &[Case]) -> Self {
        let dated = |moment: Moment| moment.precision != Precision::Unknown;
        let any = |of: fn(&Case) -> Option<Moment>| cases.iter().filter_map(of).any(dated);
        let refused = || cases.iter().flat_map(|case| &case.refused).map(|it| it.moment);
        let verdicts = refused().any(dated) || any(|case| case.accepted);
        let all_dated = refused().all(dated);
        // Where only wins are told, who was lost looks as if nothing had become of it.
        let ends = any(|case| case.lost) || verdicts;
        Self {
            work: any(|case| case.worked),
            verdicts: verdicts && all_dated,
            ends: ends && all_dated,
        }
    }

    fn can_judge(&self, end: &PromiseEnd) -> bool {
        match end {
            PromiseEnd::HumanOutreach => self.work,
            PromiseEnd::AnyVerdict => self.verdicts,
            PromiseEnd::Leaves | PromiseEnd::Reaches(_) => self.ends,
            _ => false,
        }
    }
}
