//! Guessing which name was meant.

/// The name that `wrong` was probably meant to be, as the beginning of a sentence of help:
/// ``did you mean `account.employees`?``; else the names that there are, if they are few.
pub(crate) fn did_you_mean<'a>(
    wrong: &str,
    names: impl IntoIterator<Item = &'a str>,
    what: &str,
) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    if let Some(name) = nearest(wrong, &names) {
        return format!("did you mean `{name}`?");
    }
    if names.is_empty() {
        return format!("there is no {what} yet: declare it first");
    }
    format!("use {}", one_of(&names, what))
}

/// `one of the stages: `a`, `b` or `c``, cut after a dozen.
fn one_of(names: &[&str], what: &str) -> String {
    const SHOWN: usize = 12;
    let mut quoted: Vec<_> = names.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(SHOWN);
    if more > 0 {
        return format!("a known {what}: {} and {more} more", quoted.join(", "));
    }
    match (quoted.pop(), quoted.is_empty()) {
        (None, _) => format!("a known {what}"),
        (Some(only), true) => format!("the {what} {only}"),
        (Some(last), false) => format!("one of {} or {last}", quoted.join(", ")),
    }
}

/// The nearest name, if it is near enough: a third of the letters may differ, at most 4, and none
/// of one or two letters.
fn nearest<'a>(wrong: &str, names: &[&'a str]) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let tolerated = (wrong.chars().count() / 3).min(4);
    let plain = |name: &str| name.rsplit('.').next().map(str::to_lowercase);
    names
        .iter()
        .map(|name| (distance(&wrong, &name.to_lowercase()), *name))
        .filter(|(distance, _)| *distance <= tolerated)
        .min()
        .map(|(_, name)| name)
        // `employees` for `account.employees`.
        .or_else(|| names.iter().find(|name| plain(name).as_ref() == Some(&wrong)).copied())
}

/// The optimal string alignment distance: how many letters to insert, remove, replace or swap
/// with their neighbour (Damerau 1964).
fn distance(from: &str, to: &str) -> usize {
    let from: Vec<char> = from.chars().collect();
    let to: Vec<char> = to.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for i in 0..from.len() {
        let mut row = vec![i + 1];
        for j in 0..to.len() {
            let replaced = above[j] + usize::from(from[i] != to[j]);
            let mut least = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && from[i] == to[j - 1] && from[i - 1] == to[j] {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_differ_are_counted() {
        assert_eq!(distance("acount.employees", "account.employees"), 1);
        assert_eq!(distance("stgae", "stage"), 1, "two neighbours swapped");
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }

    #[test]
    fn a_near_name_is_suggested_and_a_far_one_is_not() {
        let names = ["account.employees", "account.industry", "lead.title"];
        let help = |wrong| did_you_mean(wrong, names, "trait");
        assert_eq!(help("acount.employees"), "did you mean `account.employees`?");
        assert_eq!(help("employees"), "did you mean `account.employees`?");
        assert_eq!(
            help("weather"),
            "use one of `account.employees`, `account.industry` or `lead.title`"
        );
        assert_eq!(did_you_mean("x", [], "stage"), "there is no stage yet: declare it first");
    }
}
