//! A page's relative links lead somewhere, down to the heading.

use anyhow::Result;

use super::markdown;
use crate::finding::Finding;
use crate::repository::Repository;

/// Checks every Markdown page.
pub(crate) fn check(repository: &Repository) -> Result<Vec<Finding>> {
    let places = repository.places();
    let mut findings = Vec::new();
    for (path, page) in repository.texts(|path| path.ends_with(".md"))? {
        for link in markdown::link_targets(&page) {
            let Some((target, anchor)) = resolve(path, &link.text) else { continue };
            let problem = if !places.contains(&target) {
                Some(format!("the link `{}` leads to {target}, which does not exist", link.text))
            } else if let Some(anchor) = anchor
                && target.ends_with(".md")
                && let Some(page) = repository.text(&target)?
                && !markdown::anchors(&page).contains(&anchor)
            {
                Some(format!("the link `{}` names no heading of {target}", link.text))
            } else {
                None
            };
            findings.extend(problem.map(|reason| {
                Finding::failure(format!("{path}:{}", link.line), reason, "mend the link")
            }));
        }
    }
    Ok(findings)
}

/// The file or folder and the heading that a link leads to; nothing when it leaves the repository.
fn resolve(page: &str, link: &str) -> Option<(String, Option<String>)> {
    if link.is_empty() || link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (path, anchor) = match link.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_owned())),
        None => (link, None),
    };
    if path.is_empty() {
        return Some((page.to_owned(), anchor));
    }
    let mut steps: Vec<&str> = Vec::new();
    if !path.starts_with('/') {
        steps.extend(page.split('/'));
        steps.pop();
    }
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            name => steps.push(name),
        }
    }
    Some((steps.join("/"), anchor))
}

#[cfg(test)]
mod tests {
    use super::resolve;

    fn target(page: &str, link: &str) -> String {
        resolve(page, link).expect("the link stays in the repository").0
    }

    #[test]
    fn links_are_relative_to_their_page() {
        assert_eq!(target("docs/adr/0001.md", "../glossary.md"), "docs/glossary.md");
        assert_eq!(target("docs/a.md", "./b.md"), "docs/b.md");
        assert_eq!(target("README.md", "/docs/a.md"), "docs/a.md");
        assert_eq!(target("docs/a.md", "#words"), "docs/a.md");
    }

    #[test]
    fn the_heading_is_kept_and_the_web_is_left_alone() {
        assert_eq!(resolve("a.md", "b.md#c"), Some(("b.md".to_owned(), Some("c".to_owned()))));
        assert_eq!(resolve("a.md", "https://example.com/x"), None);
    }
}
