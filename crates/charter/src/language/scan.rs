//! A first look at a rule's characters: refuses what would be too deep for the parser, and finds
//! the usual slips, for which a parser's message would be no help.

use super::{RULE_CHARS_MAX, RULE_DEPTH_MAX};
use crate::diagnostic::{Finding, ProblemCode};
use std::ops::Range;

/// What to say to somebody who calculates.
pub(super) const NO_ARITHMETIC: &str = "compare traits and scores with numbers, such as \
     `account.employees >= 50`, and give points in `[[icp.fit]]` or `[engagement.points]`";

/// The most operators, dots and brackets that may lie one within the other: each costs the parser
/// a step of recursion.
const CHAIN_MAX: usize = 64;

pub(super) fn too_deep(span: Range<usize>) -> Finding {
    Finding::new(
        span,
        ProblemCode::TooLarge,
        format!("the rule is nested more than {RULE_DEPTH_MAX} deep"),
        "write it flatter, or split it into several clauses",
    )
}

/// Refuses texts that are too long, too deep or have an obvious slip.
pub(super) fn scan(text: &str) -> Result<(), Vec<Finding>> {
    let chars = text.chars().count();
    if chars > RULE_CHARS_MAX {
        return Err(vec![Finding::new(
            0..text.len(),
            ProblemCode::TooLarge,
            format!("the rule has {chars} characters, more than the {RULE_CHARS_MAX} allowed"),
            "split it into several clauses",
        )]);
    }
    if text.trim().is_empty() {
        return Err(vec![slip(
            0..text.len(),
            "the rule is empty",
            "write a condition, or leave the key out",
        )]);
    }
    Scanner { text, open: Vec::new(), chain: 0, findings: Vec::new() }.run()
}

struct Scanner<'a> {
    text: &'a str,
    /// The brackets that are open, each with its place and the chain where it opens.
    open: Vec<(char, usize, usize)>,
    chain: usize,
    findings: Vec<Finding>,
}

impl Scanner<'_> {
    fn run(mut self) -> Result<(), Vec<Finding>> {
        let mut at = 0;
        while let Some(c) = self.text[at..].chars().next() {
            at = match c {
                '\'' | '"' => self.skip_text(at, c)?,
                '/' if self.text[at..].starts_with("//") => self.skip_comment(at),
                _ if c.is_ascii_alphabetic() || c == '_' => self.word(at),
                _ => self.sign(at, c)?,
            };
        }
        if let Some(&(bracket, place, _)) = self.open.last() {
            let message = format!("this `{bracket}` is never closed");
            let help = format!("close it with `{}`", partner(bracket));
            self.findings.push(slip(place..place + 1, message, help));
        }
        if self.findings.is_empty() { Ok(()) } else { Err(self.findings) }
    }

    fn skip_text(&self, from: usize, quote: char) -> Result<usize, Vec<Finding>> {
        let mut escaped = false;
        for (place, c) in self.text[from + 1..].char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                _ if c == quote => return Ok(from + 1 + place + 1),
                _ => {}
            }
        }
        let help = format!("end the text with {quote}");
        Err(vec![slip(from..self.text.len(), "this text is never closed", help)])
    }

    fn skip_comment(&self, from: usize) -> usize {
        self.text[from..].find('\n').map_or(self.text.len(), |newline| from + newline)
    }

    fn word(&mut self, from: usize) -> usize {
        let rest = &self.text[from..];
        let end =
            from + rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let word = &self.text[from..end];
        let meant = match word.to_ascii_lowercase().as_str() {
            "and" => "&&",
            "or" => "||",
            "not" => "!",
            _ => return end,
        };
        // `lead.or` is a name.
        if !self.text[..from].ends_with('.') {
            let message = format!("`{word}` is no word of rules");
            self.findings.push(slip(from..end, message, format!("write `{meant}`")));
        }
        end
    }

    fn sign(&mut self, at: usize, c: char) -> Result<usize, Vec<Finding>> {
        let next = at + c.len_utf8();
        let two = self.text.get(at..at + 2).unwrap_or_default();
        match c {
            _ if matches!(two, "&&" | "||") => {
                self.chain = self.base();
                return Ok(at + 2);
            }
            _ if matches!(two, "==" | "!=" | ">=" | "<=") => {
                self.link(at)?;
                return Ok(at + 2);
            }
            '=' => {
                self.findings.push(slip(at..next, "a single `=` compares nothing", "write `==`"));
            }
            '&' | '|' => {
                let message = format!("a single `{c}` joins nothing");
                self.findings.push(slip(at..next, message, format!("write `{c}{c}`")));
            }
            '‘' | '’' | '“' | '”' | '„' | '«' | '»' => {
                let message = format!("`{c}` is a quotation mark of word processors");
                self.findings.push(slip(at..next, message, "write a plain `'`"));
            }
            '(' | '[' | '{' => {
                if self.open.len() == RULE_DEPTH_MAX {
                    return Err(vec![too_deep(at..next)]);
                }
                self.link(at)?;
                self.open.push((c, at, self.chain));
            }
            ')' | ']' | '}' => match self.open.pop() {
                Some((bracket, _, chain)) if partner(bracket) == c => self.chain = chain,
                Some((bracket, place, _)) => {
                    let message = format!("`{bracket}` is closed by `{c}`");
                    let help = format!("close it with `{}`", partner(bracket));
                    return Err(vec![slip(place..next, message, help)]);
                }
                None => {
                    let message = format!("this `{c}` closes nothing");
                    return Err(vec![slip(at..next, message, "remove it, or open it before")]);
                }
            },
            ',' => self.chain = self.base(),
            '.' | '<' | '>' | '+' | '-' | '*' | '/' | '%' | '!' | '?' => self.link(at)?,
            _ => {}
        }
        Ok(next)
    }

    fn base(&self) -> usize {
        self.open.last().map_or(0, |&(_, _, chain)| chain)
    }

    fn link(&mut self, at: usize) -> Result<(), Vec<Finding>> {
        self.chain += 1;
        if self.chain > CHAIN_MAX { Err(vec![too_deep(at..at + 1)]) } else { Ok(()) }
    }
}

fn partner(bracket: char) -> char {
    match bracket {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

fn slip(span: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Finding {
    Finding::new(span, ProblemCode::RuleSyntax, message, help)
}
