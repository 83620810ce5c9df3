//! Guessing which name was meant.

const SHOWN: usize = 15;

/// ``did you mean `mql_id`?``, or the names that there are.
pub(crate) fn did_you_mean<'a>(
    wrong: &str,
    names: impl IntoIterator<Item = &'a str>,
    what: &str,
) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    if let Some(name) = nearest(wrong, &names) {
        return format!("did you mean `{name}`?");
    }
    let shown: Vec<_> = names.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
    match names.len() {
        0 => format!("there is no {what}"),
        count if count > SHOWN => {
            format!("use a {what}, such as {} ({} more)", shown.join(", "), count - SHOWN)
        }
        _ => format!("use a {what}: {}", shown.join(", ")),
    }
}

/// The nearest name of which at most a third of the letters differ.
fn nearest<'a>(wrong: &str, names: &[&'a str]) -> Option<&'a str> {
    let plain = |name: &str| {
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<Vec<_>>()
    };
    let wrong = plain(wrong);
    let tolerated = (wrong.len() / 3).clamp(1, 4);
    names
        .iter()
        .map(|name| (distance(&wrong, &plain(name)), *name))
        .filter(|(distance, _)| *distance <= tolerated)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// How many letters to insert, remove or replace (Levenshtein 1965).
fn distance(from: &[char], to: &[char]) -> usize {
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in to.iter().enumerate() {
            let replaced = above[j] + usize::from(a != b);
            row.push(replaced.min(above[j + 1] + 1).min(row[j] + 1));
        }
        above = row;
    }
    above[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_suggested_and_far_ones_are_listed() {
        let names = ["mql_id", "won_date"];
        assert_eq!(did_you_mean("MQL Id", names, "column"), "did you mean `mql_id`?");
        assert_eq!(did_you_mean("won_dat", names, "column"), "did you mean `won_date`?");
        assert_eq!(did_you_mean("seller", names, "column"), "use a column: `mql_id`, `won_date`");
        assert_eq!(did_you_mean("seller", [], "column"), "there is no column");
    }
}
