//! Who leads where a CRM is used beside Tandem: settings that operations keep.

use std::collections::BTreeMap;

/// Who leads, for stages or for assignees.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum LedBy {
    /// Tandem: where the CRM says something else, the CRM is to be brought in line.
    #[default]
    Tandem,
    /// The CRM: where Tandem says something else, Tandem is to be brought in line, by facts or by
    /// a proposal. Nobody sets a stage.
    Crm,
    /// Nobody: differences are looked at, and neither is wrong.
    Watch,
}

impl LedBy {
    /// Each.
    pub const ALL: [Self; 3] = [Self::Tandem, Self::Crm, Self::Watch];

    /// Its word, as in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tandem => "tandem",
            Self::Crm => "crm",
            Self::Watch => "watch",
        }
    }
}

/// How Tandem and a CRM stand beside each other.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BesideCrm {
    /// Who leads for stages.
    pub stage: LedBy,
    /// Who leads for assignees. Unless it is Tandem, the router gives no lead to anybody.
    pub assignee: LedBy,
    /// What the CRM calls each stage of the charter, by the stage's id.
    pub stages: BTreeMap<String, Vec<String>>,
}

impl BesideCrm {
    /// The ids of the stages that a word of the CRM stands for, however its letters are written;
    /// none for a word that nobody explained.
    pub fn stages_called<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        let is_called = move |words: &Vec<String>| words.iter().any(|it| is_same(it, word));
        let found = self.stages.iter().filter(move |(_, words)| is_called(words));
        found.map(|(stage, _)| stage.as_str())
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_the_crm_may_stand_for_several_stages_and_an_unknown_one_for_none() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let stages = [("mql", words(&["Open", "New"])), ("sal", words(&["open "]))];
        let stages = stages.into_iter().map(|(stage, words)| (stage.to_owned(), words)).collect();
        let crm = BesideCrm { stages, ..BesideCrm::default() };
        assert_eq!(crm.stages_called("OPEN").collect::<Vec<_>>(), ["mql", "sal"]);
        assert_eq!(crm.stages_called("new").collect::<Vec<_>>(), ["mql"]);
        assert_eq!(crm.stages_called("closed").count(), 0);
    }
}
