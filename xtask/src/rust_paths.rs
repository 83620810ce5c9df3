//! Rust source read as tokens: the paths and macros it names, line by line.
//!
//! Comments and strings never match, and `#[cfg(test)]` items are left out.

use std::iter::Peekable;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A path such as `std::fs::read`, or a macro call such as `println!`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedPath {
    /// The segments joined by `::`; a macro call ends in `!`.
    pub(crate) path: String,
    /// The line, from 1.
    pub(crate) line: usize,
}

/// The paths that a Rust file names outside its tests, in order.
///
/// # Errors
/// The file is no Rust that the lexer understands; the message says where.
pub(crate) fn named_paths(source: &str) -> Result<Vec<NamedPath>, String> {
    let stream: TokenStream = source.parse().map_err(|error| format!("{error}"))?;
    let mut found = Vec::new();
    visit(stream, &mut found);
    Ok(found)
}

type Tokens = Peekable<proc_macro2::token_stream::IntoIter>;

fn visit(stream: TokenStream, found: &mut Vec<NamedPath>) {
    let mut tokens = stream.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                if let Some(TokenTree::Group(attribute)) = tokens.peek()
                    && is_cfg_test(attribute)
                {
                    skip_item(&mut tokens);
                }
            }
            TokenTree::Group(group) => visit(group.stream(), found),
            TokenTree::Ident(ident) => {
                let line = ident.span().start().line;
                path_from(ident.to_string(), line, &mut tokens, found);
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Follows one path, into its group if it is a `use` tree, and records each path it spells.
fn path_from(mut path: String, mut line: usize, tokens: &mut Tokens, found: &mut Vec<NamedPath>) {
    loop {
        if is_punct(tokens.peek(), '!') {
            path.push('!');
            break;
        }
        if !is_punct(tokens.peek(), ':') {
            break;
        }
        tokens.next();
        if !is_punct(tokens.peek(), ':') {
            // A single colon: a type follows, not a segment.
            break;
        }
        tokens.next();
        match tokens.peek() {
            Some(TokenTree::Ident(segment)) => {
                path = format!("{path}::{segment}");
                line = segment.span().start().line;
                tokens.next();
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                use_tree(&path, &group.clone(), found);
                tokens.next();
                return;
            }
            Some(TokenTree::Punct(punct)) if punct.as_char() == '*' => {
                path.push_str("::*");
                break;
            }
            _ => break,
        }
    }
    found.push(NamedPath { path, line });
}

fn use_tree(prefix: &str, group: &Group, found: &mut Vec<NamedPath>) {
    let mut tokens = group.stream().into_iter().peekable();
    let mut at_start = true;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if at_start => {
                let line = ident.span().start().line;
                let path =
                    if ident == "self" { prefix.to_owned() } else { format!("{prefix}::{ident}") };
                path_from(path, line, &mut tokens, found);
                at_start = false;
            }
            TokenTree::Punct(punct) if punct.as_char() == ',' => at_start = true,
            _ => {}
        }
    }
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

fn is_cfg_test(attribute: &Group) -> bool {
    let spelled: String = attribute.stream().to_string().split_whitespace().collect();
    attribute.delimiter() == Delimiter::Bracket
        && (spelled == "cfg(test)" || spelled.starts_with("cfg(all(test,"))
}

/// Passes over the item that an attribute stands on: up to its body or its semicolon.
fn skip_item(tokens: &mut Tokens) {
    for token in tokens.by_ref() {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return,
            TokenTree::Punct(punct) if punct.as_char() == ';' => return,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::named_paths;

    fn paths(source: &str) -> Vec<String> {
        let found = named_paths(source).expect("the source lexes");
        found.into_iter().map(|named| named.path).filter(|path| path.contains([':', '!'])).collect()
    }

    #[test]
    fn a_use_tree_spells_each_path() {
        assert_eq!(
            paths("use std::{collections::BTreeMap, fs::{self, File}, env as e};"),
            ["std::collections::BTreeMap", "std::fs", "std::fs::File", "std::env"]
        );
    }

    #[test]
    fn calls_and_macros_are_named_with_their_line() {
        let found = named_paths("fn f() {\n  Zoned::now();\n  println!(\"{}\", 1);\n}").unwrap();
        let lines: Vec<_> = found.iter().map(|named| (named.path.as_str(), named.line)).collect();
        assert!(lines.contains(&("Zoned::now", 2)));
        assert!(lines.contains(&("println!", 3)));
    }

    #[test]
    fn comments_strings_and_tests_do_not_count() {
        let source = r#"
            //! std::fs in a doc comment
            const A: &str = "std::fs";
            #[cfg(test)]
            mod tests { use std::fs; }
            #[cfg(test)]
            use std::env;
        "#;
        assert_eq!(paths(source), Vec::<String>::new());
    }

    #[test]
    fn what_follows_a_test_item_counts() {
        assert_eq!(
            paths("#[cfg(test)] mod t { } fn f() { std::env::args(); }"),
            ["std::env::args"]
        );
    }

    #[test]
    fn code_for_everything_but_tests_counts() {
        assert_eq!(paths("#[cfg(not(test))] use std::env;"), ["std::env"]);
    }

    #[test]
    fn half_written_source_is_an_error() {
        assert!(named_paths("fn f() { (").is_err());
    }
}
