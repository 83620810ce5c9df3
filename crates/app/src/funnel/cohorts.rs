//! Cohorts: leads by when they began, and what share had come to a stage by each age.

use super::AsOf;
use super::histories::Journeys;
use super::mirror::stages;
use super::standpoint::Standpoint;
use crate::Engine;
use crate::error::AppError;
use facts::Instant;
use insight::{Course, Incidence, Leads, courses, incidence};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::str::FromStr;
use worktime::Day;

/// What is asked of cohorts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CohortQuestion {
    /// The id of the stage that leads come to; the one at which they are handed over when not said.
    pub stage: Option<String>,
    /// How long each cohort began.
    pub every: Every,
    /// Only leads that began at this instant or later.
    pub from: Option<Instant>,
    /// Only leads that began before this instant.
    pub until: Option<Instant>,
    /// At these ages, in calendar days; the usual ones of [`Every::ages`] when there is none.
    pub ages: Vec<u32>,
    /// Only leads of which this trait, persona, unit, motion or pipeline has this value.
    pub only: Option<(String, String)>,
    /// As it was known at this instant.
    pub as_known: Option<Instant>,
}

/// How long each cohort began: a period of the calendar, in the charter's zone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Every {
    /// From Monday to Sunday.
    Week,
    /// A month.
    #[default]
    Month,
    /// A quarter of a year.
    Quarter,
}

/// Leads by when they began, and what share had come to a stage by each age.
#[derive(Clone, PartialEq, Debug)]
pub struct CohortsAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// The id and name of the stage that leads come to.
    pub stage: (String, String),
    /// How long each cohort began.
    pub every: Every,
    /// The ages, in calendar days.
    pub ages: Vec<u32>,
    /// All leads together.
    pub whole: CohortRow,
    /// Each cohort, the earliest first.
    pub cohorts: Vec<CohortRow>,
}

/// Leads that began together.
#[derive(Clone, PartialEq, Debug)]
pub struct CohortRow {
    /// The first day of the period in which they began; `None` for all leads.
    pub began: Option<Date>,
    /// The leads.
    pub leads: Leads,
    /// What share had come to the stage by each age.
    pub cells: Vec<Incidence>,
}

impl CohortQuestion {
    /// The most ages.
    pub const AGES_MOST: usize = 60;
    /// The greatest age, in days.
    pub const AGE_MOST: u32 = 3_650;
    /// The most cohorts.
    pub const COHORTS_MOST: usize = 400;
}

impl Every {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }

    /// The ages at which cohorts are usually looked at, in days.
    #[must_use]
    pub fn ages(self) -> Vec<u32> {
        match self {
            Self::Week => (1..=8).map(|week| week * 7).collect(),
            Self::Month => vec![7, 14, 30, 60, 90, 120, 180, 365],
            Self::Quarter => vec![30, 60, 91, 182, 273, 365, 547, 730],
        }
    }

    /// The first day of the period that a day is in.
    fn begins(self, day: Day) -> Day {
        let date = day.date();
        match self {
            Self::Week => Day(day.0 - day.weekday_index() as i32),
            Self::Month => Day::of(date.first_of_month()),
            Self::Quarter => {
                let back = i32::from((date.month() - 1) % 3);
                (0..back).fold(Day::of(date.first_of_month()), |first, _| {
                    Day::of(Day(first.0 - 1).date().first_of_month())
                })
            }
        }
    }
}

impl FromStr for Every {
    type Err = AppError;

    fn from_str(word: &str) -> Result<Self, AppError> {
        let all = [Self::Week, Self::Month, Self::Quarter];
        let unknown = || AppError::UnknownName { what: "period", name: word.to_owned() };
        all.into_iter().find(|every| every.word() == word).ok_or_else(unknown)
    }
}

impl Engine {
    /// Leads by when they began, and what share had come to a stage by each age; who still waits
    /// is not dropped, and who ended otherwise is not ignored (see [`insight::incidence`]).
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, when the question names a stage or a trait that is
    /// not known, and when there are more cohorts than [`CohortQuestion::COHORTS_MOST`].
    pub fn cohorts(
        &mut self,
        question: &CohortQuestion,
        now: Instant,
    ) -> Result<CohortsAnswer, AppError> {
        self.standpoint_of(question.as_known, now)?.cohorts(question)
    }
}

impl Standpoint<'_> {
    fn cohorts(&self, question: &CohortQuestion) -> Result<CohortsAnswer, AppError> {
        let by = question.only.as_ref().map(|(by, _)| by.as_str());
        let Journeys { path, mut journeys, parts, labels } = self.journeys(by)?;
        if let Some((_, value)) = &question.only {
            journeys = parts.unwrap_or(journeys);
            journeys.retain(|it| labels.text(it.slice).unwrap_or_default() == value);
        }
        let program = self.program()?;
        let stage = match &question.stage {
            None => stages(&program.charter, &path)[0],
            Some(id) => path
                .by_id(id)
                .filter(|stage| path.is_on_path(*stage))
                .ok_or_else(|| AppError::UnknownName { what: "stage", name: id.clone() })?,
        };
        let calendar = &program.calendar;
        let mut courses = courses(&path, calendar, stage, &journeys, self.now);
        courses.retain(|course| {
            question.from.is_none_or(|from| from <= course.began_at)
                && question.until.is_none_or(|until| course.began_at < until)
        });
        let mut ages = question.ages.clone();
        if ages.is_empty() {
            ages = question.every.ages();
        }
        ages.sort_unstable();
        ages.dedup();
        let mut groups: BTreeMap<Day, Vec<Course>> = BTreeMap::new();
        for course in &courses {
            let began = question.every.begins(calendar.day_of(course.began_at));
            groups.entry(began).or_default().push(*course);
        }
        if groups.len() > CohortQuestion::COHORTS_MOST {
            let (count, most) = (groups.len(), CohortQuestion::COHORTS_MOST);
            let by = question.every.word().to_owned();
            return Err(AppError::TooManySlices { by, count, most });
        }
        let row = |began: Option<Date>, courses: &[Course]| CohortRow {
            began,
            leads: courses.iter().map(|course| course.lead).collect(),
            cells: incidence(courses, &ages),
        };
        let named = &path.stages()[stage];
        Ok(CohortsAnswer {
            as_of: self.as_of,
            stage: (named.id.clone(), named.name.clone()),
            every: question.every,
            whole: row(None, &courses),
            cohorts: groups.iter().map(|(day, of)| row(Some(day.date()), of)).collect(),
            ages,
        })
    }
}

impl CohortsAnswer {
    /// The leads behind a figure: `leads` of a cohort, or `reached`, `ended`, `waiting`, `younger`
    /// or `assumed` at an age; of all leads without a cohort. `None` where there is none.
    #[must_use]
    pub fn behind(
        &self,
        began: Option<Date>,
        age_days: Option<u32>,
        figure: &str,
    ) -> Option<&Leads> {
        let row = match began {
            None => &self.whole,
            Some(_) => self.cohorts.iter().find(|row| row.began == began)?,
        };
        if figure == "leads" {
            return Some(&row.leads);
        }
        let cell = row.cells.iter().find(|cell| Some(cell.age_days) == age_days)?;
        match figure {
            "reached" => Some(&cell.reached),
            "ended" => Some(&cell.ended),
            "waiting" => Some(&cell.waiting),
            "younger" => Some(&cell.younger),
            "assumed" => Some(&cell.assumed),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn periods_begin_where_the_calendar_says() {
        let begins = |every: Every, day| every.begins(Day::of(day)).date();
        assert_eq!(begins(Every::Week, date(2026, 3, 1)), date(2026, 2, 23), "a Sunday");
        assert_eq!(begins(Every::Month, date(2026, 3, 31)), date(2026, 3, 1));
        for (month, first) in [(1, 1), (3, 1), (4, 4), (9, 7), (12, 10)] {
            let found = begins(Every::Quarter, date(2026, month, 28));
            assert_eq!(found, date(2026, first, 1), "{month}");
        }
    }
}
