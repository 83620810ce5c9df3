//! Who signs which part of the charter.

use std::collections::BTreeMap;

/// A part of the charter that is signed as a whole.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ClauseGroup {
    /// Who the ideal customer is, what a stage means, hand-offs, verdicts, calendars.
    Definitions,
    /// What each side promises.
    Promises,
    /// The agreed funnel, goals, and how results are attributed.
    Targets,
    /// What both sides are paid on.
    Incentive,
    /// When both sides meet, and when they review the charter.
    Cadence,
}

impl ClauseGroup {
    /// Every part.
    pub const ALL: [Self; 5] =
        [Self::Definitions, Self::Promises, Self::Targets, Self::Incentive, Self::Cadence];

    /// Its word, as `signers` names it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Definitions => "definitions",
            Self::Promises => "promises",
            Self::Targets => "targets",
            Self::Incentive => "incentive",
            Self::Cadence => "cadence",
        }
    }

    /// The part that a clause belongs to, by the clause's id.
    #[must_use]
    pub fn of_clause(clause_id: &str) -> Self {
        match clause_id.split('.').next().unwrap_or_default() {
            "promise" => Self::Promises,
            "funnel" | "goal" | "attribution" => Self::Targets,
            "incentive" => Self::Incentive,
            "cadence" => Self::Cadence,
            "unit" => match clause_id.splitn(3, '.').nth(2) {
                Some(rest) => Self::of_clause(rest),
                None => Self::Definitions,
            },
            _ => Self::Definitions,
        }
    }
}

/// `signers`: who signs which part; a part that is not named is signed by both heads.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Signers {
    /// The roles that sign a part, in the order in which they are written; never empty.
    pub by_group: BTreeMap<ClauseGroup, Vec<String>>,
}

impl Signers {
    /// Who signs where nothing is written.
    pub const HEADS: [&'static str; 2] = ["marketing_head", "sales_head"];

    /// The roles that sign a part.
    #[must_use]
    pub fn of(&self, group: ClauseGroup) -> Vec<&str> {
        match self.by_group.get(&group) {
            Some(roles) => roles.iter().map(String::as_str).collect(),
            None => Self::HEADS.to_vec(),
        }
    }

    /// Every role that signs at least one of these parts, each once.
    #[must_use]
    pub fn of_all(&self, groups: &[ClauseGroup]) -> Vec<&str> {
        let mut roles = Vec::new();
        for role in groups.iter().flat_map(|group| self.of(*group)) {
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        roles
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_heads_sign_what_nobody_else_is_named_for() {
        let sponsor = vec!["sponsor".to_owned(), "sales_head".to_owned()];
        let signers = Signers { by_group: [(ClauseGroup::Incentive, sponsor)].into() };
        assert_eq!(signers.of(ClauseGroup::Promises), ["marketing_head", "sales_head"]);
        assert_eq!(signers.of(ClauseGroup::Incentive), ["sponsor", "sales_head"]);
        let both = [ClauseGroup::Promises, ClauseGroup::Incentive];
        assert_eq!(signers.of_all(&both), ["marketing_head", "sales_head", "sponsor"]);
    }

    #[test]
    fn every_clause_belongs_to_a_part() {
        for (id, group) in [
            ("stage.mql", ClauseGroup::Definitions),
            ("calendar", ClauseGroup::Definitions),
            ("promise.first-touch", ClauseGroup::Promises),
            ("funnel.mql.sal", ClauseGroup::Targets),
            ("attribution", ClauseGroup::Targets),
            ("incentive", ClauseGroup::Incentive),
            ("unit.emea", ClauseGroup::Definitions),
            ("unit.emea.funnel.mql.sal", ClauseGroup::Targets),
            ("unit.emea.incentive", ClauseGroup::Incentive),
        ] {
            assert_eq!(ClauseGroup::of_clause(id), group, "{id}");
        }
    }
}
