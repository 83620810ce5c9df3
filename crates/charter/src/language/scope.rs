//! What a rule may speak of.

use crate::diagnostic::did_you_mean;
use crate::model::Temperature;
use crate::terms::GradeTerms;
use facts::{Schema, Selector, TraitType};

/// The names that a rule may use.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    /// Traits, touches and activities.
    pub(crate) schema: &'a Schema,
    /// What hot and warm mean.
    pub(crate) temperature: Temperature,
    /// The bounds of grades, where there are grades.
    pub(crate) grade: Option<GradeTerms>,
    /// Ids of stages.
    pub(crate) stages: &'a [String],
    /// Ids of motions; none where a rule may not ask for the motion.
    pub(crate) motions: &'a [String],
    /// Reasons of verdicts.
    pub(crate) reasons: &'a [String],
    /// Of what kinds of things.
    pub(crate) speaks: Speaks,
}

/// Of what kinds of things a rule may speak.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speaks {
    /// Traits only: who they are. With where the rule stands, and what to do instead.
    TraitsOnly(TraitsOnly),
    /// What an account has: no verdict, no reason and no motion, which are of one person.
    OfAccount,
    /// Everything.
    Everything,
}

/// Where a rule stands that may speak of traits only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TraitsOnly {
    /// `[[icp.fit]]`.
    Fit,
    /// `[persona.<id>]`.
    Persona,
    /// `[unit.<id>]`.
    Unit,
    /// `[[route]]`.
    Route,
}

impl TraitsOnly {
    /// What the rule is of.
    pub(super) const fn what(self) -> &'static str {
        match self {
            Self::Fit => "a fit clause",
            Self::Persona => "the rule of a persona",
            Self::Unit => "the rule of a business unit",
            Self::Route => "the rule of a route",
        }
    }

    /// What to do instead.
    pub(super) const fn help(self) -> &'static str {
        match self {
            Self::Fit => {
                "fit says who they are: ask for traits only, such as `account.employees >= 50`; \
                 what they do counts under `[engagement.points]`"
            }
            Self::Persona => {
                "a persona says who they are: ask for traits only, such as \
                 `lead.seniority == 'vp'`"
            }
            Self::Unit => {
                "a unit is chosen by who they are: ask for traits only, such as \
                 `account.territory == 'emea'`"
            }
            Self::Route => {
                "a route is chosen by who they are: ask for traits only, such as \
                 `account.employees > 500`"
            }
        }
    }
}

/// What a bare name stands for.
pub(super) enum Meaning {
    Fit,
    Engagement,
    Pass,
    Temperature,
    Grade,
    Verdict,
    Reason,
    Stage,
    Motion,
    Trait(TraitType),
}

const VARIABLES: [(&str, Meaning); 9] = [
    ("fit", Meaning::Fit),
    ("engagement", Meaning::Engagement),
    ("pass", Meaning::Pass),
    ("temperature", Meaning::Temperature),
    ("grade", Meaning::Grade),
    ("verdict", Meaning::Verdict),
    ("reason", Meaning::Reason),
    ("stage", Meaning::Stage),
    ("motion", Meaning::Motion),
];

impl Scope<'_> {
    /// What a name stands for.
    pub(super) fn meaning(&self, name: &str) -> Option<Meaning> {
        let variable = VARIABLES.into_iter().find(|(variable, _)| *variable == name);
        variable
            .map(|(_, meaning)| meaning)
            .or_else(|| self.schema.traits.get(name).map(|&kind| Meaning::Trait(kind)))
    }

    /// Help for a name that stands for nothing.
    pub(super) fn suggest(&self, name: &str) -> String {
        if self.names_of_facts().any(|fact| fact == name) {
            return format!("ask whether it happened: `happened('{name}')`");
        }
        let variables = VARIABLES.iter().map(|(variable, _)| *variable);
        let names = variables.chain(self.schema.traits.keys().map(String::as_str));
        let guess = did_you_mean(name, names, "name");
        if guess.starts_with("did") {
            return guess;
        }
        if !name.contains('.') {
            return format!("{guess}; texts are written with quotes: `'{name}'`");
        }
        let traits = self.schema.traits.keys().map(String::as_str);
        let guess = did_you_mean(name, traits, "trait");
        format!("{guess}; one of your own is declared under `[traits]`: `\"{name}\" = \"text\"`")
    }

    /// The names of touches and activities.
    pub(super) fn names_of_facts(&self) -> impl Iterator<Item = &str> {
        names_of_facts(self.schema)
    }
}

/// The names of touches and activities of a schema.
pub(crate) fn names_of_facts(schema: &Schema) -> impl Iterator<Item = &str> {
    schema.touches.iter().chain(&schema.activities).map(String::as_str)
}

/// The selector of a text, or what is wrong and what to do.
pub(crate) fn selector(text: &str, schema: &Schema) -> Result<Selector, (String, String)> {
    let Some(selector) = Selector::new(text) else {
        return Err((
            format!("`{text}` names no facts"),
            "write a name such as `form.demo_request`, or a beginning such as `email.*`".to_owned(),
        ));
    };
    if names_of_facts(schema).any(|name| selector.matches(name)) {
        return Ok(selector);
    }
    let guess = did_you_mean(text, names_of_facts(schema), "touch or activity");
    let declare = "a name of your own is declared under `[facts]`";
    let joint = if guess.ends_with('?') { " Else" } else { ";" };
    Err((format!("no touch or activity is called `{text}`"), format!("{guess}{joint} {declare}")))
}
