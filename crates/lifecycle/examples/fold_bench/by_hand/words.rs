//! What the words of facts are worth.

use facts::Vocabulary;

/// What a word says, wherever it may stand.
#[derive(Clone, Copy, Default)]
pub(super) struct Word {
    /// Fit when it is the account's industry or country, or the lead's function or class of email.
    pub(super) industry: i32,
    pub(super) country: i32,
    pub(super) function: i32,
    pub(super) email_class: i32,
    /// Fit when it is the lead's seniority, and whether that seniority counts for a year.
    pub(super) seniority: i32,
    pub(super) is_senior: bool,
    pub(super) is_won: bool,
    /// The verdict whose reason it is, the clause of it, and after how many days the lead returns.
    pub(super) reason: Option<(u8, u16, Option<i64>)>,
}

impl Word {
    fn of(word: &str) -> Self {
        let worth = |words: &[&str], points| if words.contains(&word) { points } else { 0 };
        Self {
            industry: worth(&["software", "finance", "insurance"], 15),
            country: worth(&["DE", "AT", "CH", "NL", "BE", "LU"], 10),
            function: worth(&["sales", "marketing", "revenue_operations"], 10),
            email_class: worth(&["business"], 5),
            seniority: worth(&["student", "intern"], -40),
            is_senior: matches!(word, "c_level" | "vp" | "director"),
            is_won: word == "won",
            reason: match word {
                "not_icp" => Some((0, 22, None)),
                "no_authority" => Some((0, 23, None)),
                "bad_data" => Some((0, 24, None)),
                "duplicate" => Some((0, 25, None)),
                "no_timeline" => Some((1, 27, Some(60))),
                "no_budget" => Some((1, 28, Some(120))),
                "no_answer" => Some((1, 29, Some(30))),
                "competitor" => Some((2, 31, None)),
                "student" => Some((2, 32, None)),
                "out_of_business" => Some((2, 33, None)),
                "do_not_contact" => Some((2, 34, None)),
                _ => None,
            },
        }
    }

    pub(super) fn table(vocabulary: &Vocabulary) -> Vec<Self> {
        vocabulary.words().iter().map(|word| Self::of(word)).collect()
    }
}

/// Fit by the number of employees.
pub(super) fn fit_of_employees(employees: f64) -> i32 {
    if (50.0..=2000.0).contains(&employees) {
        20
    } else if employees < 10.0 {
        -20
    } else {
        0
    }
}
