//! Names that nothing has: what there is instead.

use crate::failure::Refusal;
use app::{AppError, Engine, Kin};
use facts::{Instant, Kind};

/// The most names that are listed.
const SHOWN: usize = 30;

/// An error with what there is, where it is about an unknown name.
pub(crate) fn told(engine: &Engine, now: Instant, error: AppError) -> anyhow::Error {
    let AppError::UnknownName { what, name } = &error else { return error.into() };
    let Ok(reign) = engine.reign() else { return error.into() };
    let names: Vec<String> = match *what {
        "stage" => reign.at(now).1.charter.stages.iter().map(|stage| stage.id.clone()).collect(),
        "trait" => {
            let names = engine.vocabulary().names();
            let traits =
                names.filter(|(_, kind, _)| matches!(kind, Kind::Trait | Kind::Opportunity));
            traits.map(|(_, _, name)| name.to_owned()).collect()
        }
        "persona" => ids(engine, Kin::Persona, now),
        "unit" => ids(engine, Kin::Unit, now),
        "motion" => ids(engine, Kin::Motion, now),
        "pipeline" => ids(engine, Kin::Pipeline, now),
        _ => return error.into(),
    };
    if names.is_empty() {
        let help = format!("the charter in force names no {what}");
        return Refusal::new("unknown_name", error.to_string(), help).into();
    }
    Refusal::new("unknown_name", error.to_string(), help(what, name, &names)).into()
}

/// What the charter in force names; nothing where there is none.
fn ids(engine: &Engine, kin: Kin, now: Instant) -> Vec<String> {
    engine.kin_ids(kin, now).unwrap_or_default()
}

/// What was probably meant, and what there is.
pub(crate) fn help(what: &str, wrong: &str, names: &[String]) -> String {
    let near = names.iter().map(|name| (distance(wrong, name), name)).min();
    let meant = match near {
        Some((apart, name)) if apart <= (wrong.chars().count() / 3).max(1) => {
            format!("did you mean `{name}`? ")
        }
        _ => String::new(),
    };
    let more = names.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let listed: Vec<_> = names.iter().take(SHOWN).map(String::as_str).collect();
    format!("{meant}each {what} that there is: {}{more}", listed.join(", "))
}

/// How many letters must be added, left out or changed (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut before = std::mem::replace(&mut row[0], line + 1);
        for (place, wanted) in other.iter().enumerate() {
            let changed = before + usize::from(letter != *wanted);
            before = row[place + 1];
            row[place + 1] = changed.min(before + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_suggested() {
        let names = ["mql".to_owned(), "customer".to_owned()];
        assert_eq!(
            help("stage", "mqll", &names),
            "did you mean `mql`? each stage that there is: mql, customer"
        );
        assert_eq!(help("stage", "far", &names), "each stage that there is: mql, customer");
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
