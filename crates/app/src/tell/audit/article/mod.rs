//! An audit as one page: a file that needs nothing else, no script and no network, that prints,
//! and that names nobody unless that is asked for.

mod look;
mod picture;

use super::people::without_names;
use super::{limit_in_words, notes, noun, sentence};
use crate::AuditAnswer;
use crate::tell::{Clockwork, certainty, count, number};
use facts::{Instant, SubjectId};
use insight::{AuditFindings, Finding};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What a page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// What was found.
    pub answer: &'a AuditAnswer,
    /// What was taken to be so, line by line.
    pub taken: &'a [String],
    /// What is odd in the data, line by line.
    pub odd: &'a [String],
    /// What the source calls the leads, where people are named: then each finding names its
    /// leads, and those who work leads are named too. `None`: nobody is.
    pub names: Option<&'a BTreeMap<SubjectId, String>>,
    /// When it is made.
    pub made_at: Instant,
}

/// The most leads that are named under a finding.
const LEADS_MAX: usize = 200;
/// The most lines of each list at the end.
const LINES_MAX: usize = 40;

/// The page, whole.
#[must_use]
pub fn article(asked: &Article<'_>) -> String {
    let nameless = asked.names.is_none().then(|| without_names(asked.answer));
    let answer = nameless.as_ref().unwrap_or(asked.answer);
    let found = &answer.findings;
    let clock = Clockwork::new(&answer.charter.timezone);
    let all = count(found.cases, noun(found.audited));
    let mut page = String::new();
    let title = format!("What happened to {all}");
    page.push_str(look::HEAD_BEFORE_TITLE);
    page.push_str(&escaped(&title));
    page.push_str(look::HEAD_AFTER_TITLE);
    line(
        &mut page,
        format_args!("<p class=\"kicker\">Tandem audit</p><h1>{}</h1>", escaped(&title)),
    );
    if let Some((first, last)) = found.period {
        let (first, last) = (clock.date(first), clock.date(last));
        line(
            &mut page,
            format_args!("<p class=\"quiet\">They came between {first} and {last}.</p>"),
        );
        page.push_str(&picture::arrivals(&found.arrivals));
    }
    if found.findings.is_empty() {
        page.push_str("<p>Nothing can be said of how they fared; the reasons follow.</p>\n");
    }
    let (first, more) = told(found);
    for finding in first {
        section(&mut page, asked, answer, finding);
    }
    list(&mut page, "Also", more.iter().map(|finding| sentence(answer, finding)));
    let limits = found.limits.iter().map(|limit| {
        let (text, needs) = limit_in_words(*limit);
        format!("{text} Needed: {needs}.")
    });
    list(&mut page, "What this data cannot say", limits);
    list(&mut page, "Odd in the data", asked.odd.iter().cloned());
    list(&mut page, "Taken to be so", asked.taken.iter().cloned());
    let named = if asked.names.is_some() {
        "People are named in it, as was asked."
    } else {
        "Nobody is named in it."
    };
    line(
        &mut page,
        format_args!(
            "<footer>Made on {} by Tandem, from files alone. Exact, assumed and estimated are three \
             words here: nothing above is estimated. {named}</footer></main></body></html>",
            clock.date(asked.made_at)
        ),
    );
    page
}

/// What is told in full, and what in a line: at most [`AuditFindings::FIRST`] in full, and among
/// them what the default promises would have caught, where that can be told.
fn told(found: &AuditFindings) -> (Vec<&Finding>, Vec<&Finding>) {
    let all: Vec<&Finding> = found.findings.iter().collect();
    let (first, more) = all.split_at(all.len().min(AuditFindings::FIRST));
    let (mut first, mut more) = (first.to_vec(), more.to_vec());
    let caught = more.iter().position(|finding| matches!(finding, Finding::Caught(_)));
    if let (Some(place), Some(last)) = (caught, first.pop()) {
        first.push(more.remove(place));
        more.insert(0, last);
    }
    (first, more)
}

fn section(page: &mut String, asked: &Article<'_>, answer: &AuditAnswer, finding: &Finding) {
    line(page, format_args!("<section><h2>{}</h2>", escaped(&sentence(answer, finding))));
    page.push_str(&picture::picture(answer, finding));
    let mut said = vec![certainty(finding.certainty()).to_owned()];
    said.extend(notes(answer, finding));
    line(page, format_args!("<p class=\"quiet\">{}</p>", escaped(&said.join("; "))));
    if let Some(names) = asked.names {
        let leads = finding.leads();
        let named = leads.ids().iter().filter_map(|lead| names.get(lead)).take(LEADS_MAX);
        let named: Vec<_> = named.map(String::as_str).collect();
        if !named.is_empty() {
            let left = leads.count().saturating_sub(named.len());
            let left =
                if left > 0 { format!(", and {} more", number(left)) } else { String::new() };
            let names = escaped(&named.join(", "));
            line(
                page,
                format_args!("<details><summary>Who</summary><p>{names}{left}</p></details>"),
            );
        }
    }
    page.push_str("</section>\n");
}

fn list(page: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<_> = lines.collect();
    if lines.is_empty() {
        return;
    }
    line(page, format_args!("<section class=\"closing\"><h2>{}</h2><ul>", escaped(title)));
    for said in lines.iter().take(LINES_MAX) {
        line(page, format_args!("<li>{}</li>", escaped(said)));
    }
    let more = lines.len().saturating_sub(LINES_MAX);
    if more > 0 {
        line(page, format_args!("<li>and {} more</li>", number(more)));
    }
    page.push_str("</ul></section>\n");
}

fn line(page: &mut String, said: std::fmt::Arguments<'_>) {
    // A string takes all that is written to it.
    let _whole = writeln!(page, "{said}");
}

/// A text that is safe between tags and in quotes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_a_source_says_cannot_become_markup() {
        assert_eq!(escaped("<b onload='x'>\"&"), "&lt;b onload=&#39;x&#39;&gt;&quot;&amp;");
    }
}
