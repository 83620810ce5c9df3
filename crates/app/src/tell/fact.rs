//! Facts in words that a salesperson would use.

use crate::ask::{Said, StoryLine};
use charter::{Atom, Charter, Compare, Rule, TraitTest, rule_in_words};
use facts::{Kind, Selector};

/// A fact as a sentence about "it", a lead: `it asked for a demo (website)`.
pub fn fact_in_words(charter: &Charter, line: &StoryLine) -> String {
    let rule = |atom| rule_in_words(&Rule::Is(atom), charter);
    let by = if line.actor.is_empty() { String::new() } else { format!(", by {}", line.actor) };
    match line.kind {
        Kind::Touch | Kind::Activity => {
            let what = Selector::new(&line.name).map(|selector| {
                rule(Atom::Tally { selector, times: 1, within: None, ever: false })
            });
            let what = what.unwrap_or_else(|| line.name.clone());
            let about = match &line.said {
                Said::Text(text) if !text.is_empty() => format!(" ({})", readable(text)),
                Said::Number(number) => format!(" ({number})"),
                _ => String::new(),
            };
            let machine = line.kind == Kind::Activity && !line.is_human;
            let machine = if machine { ", by a machine" } else { "" };
            format!("{what}{about}{by}{machine}")
        }
        Kind::Trait | Kind::Opportunity => {
            let name = line.name.clone();
            let said = match &line.said {
                Said::Text(text) if !text.is_empty() => {
                    let test = TraitTest::OneOf(vec![text.clone()]);
                    rule(Atom::Trait { name, test })
                }
                Said::Number(number) => {
                    let test = TraitTest::Number(Compare::Equal, *number);
                    rule(Atom::Trait { name, test }).replace("exactly ", "")
                }
                Said::Flag(flag) => {
                    let is = Rule::Is(Atom::Trait { name, test: TraitTest::IsTrue });
                    let rule = if *flag { is } else { Rule::Not(Box::new(is)) };
                    rule_in_words(&rule, charter)
                }
                _ => {
                    let is = Rule::Is(Atom::Known { name, within: None });
                    rule_in_words(&Rule::Not(Box::new(is)), charter)
                }
            };
            format!("{said}{by}")
        }
        Kind::Verdict => {
            let reason = match &line.said {
                Said::Text(text) if !text.is_empty() => {
                    format!(" because of “{}”", readable(text))
                }
                _ => String::new(),
            };
            format!("{}{reason}{by}", rule(Atom::Verdict(line.name.clone())))
        }
        Kind::Assignment => match &line.said {
            Said::Text(text) if !text.is_empty() => format!("it was given to {text}{by}"),
            _ => format!("it was taken away from its assignee{by}"),
        },
        Kind::Link => match line.name.as_str() {
            "account" => format!("it was matched to a company{}", because(&line.actor)),
            "account.end" => "it was parted from its company".to_owned(),
            "lead" => "an opportunity was opened for it".to_owned(),
            "merge" => {
                format!("it turned out to be the same as another lead{}", because(&line.actor))
            }
            name => format!("its records were joined or parted ({name})"),
        },
        Kind::Reopening => format!("it was opened again{by}"),
        Kind::Retraction => format!("something said of it was taken back{by}"),
        Kind::Erasure => format!("what said who it is was erased{by}"),
    }
}

/// Who chose so, and why where that is said: ` (import: same mail domain)`.
fn because(actor: &str) -> String {
    if actor.is_empty() { String::new() } else { format!(" ({actor})") }
}

fn readable(text: &str) -> String {
    text.replace('_', " ")
}
