//! `[attribution]`: how a result is shared among the touches before it.

use facts::Seconds;

/// How a won opportunity is shared among the touches before it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Attribution {
    /// By which model.
    pub model: AttributionModel,
    /// Only touches less than this long before the win have a part in it.
    pub window: Seconds,
}

/// A model of attribution.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AttributionModel {
    /// `first`: all of it to the first touch.
    First,
    /// `last`: all of it to the last touch.
    Last,
    /// `linear`: alike to every touch.
    Linear,
    /// `u_shaped`: 40 % each to the first and the last touch, the rest alike to the others.
    UShaped,
    /// `w_shaped`: 30 % each to the first touch, to the last one before the first hand-off, and to
    /// the last one, the rest alike to the others.
    WShaped,
    /// `time_decay`: a touch counts half as much for each half-life before the win.
    TimeDecay {
        /// The half-life.
        half_life: Seconds,
    },
    /// `markov`: by how many wins would be missed without a channel, in a Markov chain of all paths.
    Markov,
    /// `shapley`: by what a channel adds on average to the channels that it meets.
    Shapley,
}

impl AttributionModel {
    /// The words of all models.
    pub const WORDS: [&'static str; 8] =
        ["first", "last", "linear", "u_shaped", "w_shaped", "time_decay", "markov", "shapley"];

    /// The model of a word; `half_life` is for `time_decay`.
    #[must_use]
    pub fn from_word(word: &str, half_life: Seconds) -> Option<Self> {
        Some(match word {
            "first" => Self::First,
            "last" => Self::Last,
            "linear" => Self::Linear,
            "u_shaped" => Self::UShaped,
            "w_shaped" => Self::WShaped,
            "time_decay" => Self::TimeDecay { half_life },
            "markov" => Self::Markov,
            "shapley" => Self::Shapley,
            _ => return None,
        })
    }

    /// Its word, as charters write it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Last => "last",
            Self::Linear => "linear",
            Self::UShaped => "u_shaped",
            Self::WShaped => "w_shaped",
            Self::TimeDecay { .. } => "time_decay",
            Self::Markov => "markov",
            Self::Shapley => "shapley",
        }
    }

    /// Whether it looks at all paths together: its shares are estimated, not derived from one
    /// path alone.
    #[must_use]
    pub const fn needs_all_paths(self) -> bool {
        matches!(self, Self::Markov)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_that_of_its_model() {
        for word in AttributionModel::WORDS {
            let model = AttributionModel::from_word(word, Seconds::days(7));
            assert_eq!(model.unwrap().word(), word);
        }
        assert_eq!(AttributionModel::from_word("middle", Seconds::DAY), None);
    }
}
