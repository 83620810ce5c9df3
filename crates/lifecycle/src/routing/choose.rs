//! One choice among people.

use charter::Sharing;
use facts::Symbol;

/// Somebody who may be given a lead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// Who, as assignments name them.
    pub person: Symbol,
    /// How many leads to one of weight 1.
    pub weight: u32,
    /// How many open leads they have.
    pub load: u32,
    /// How many they can have at once; `None` for no bound.
    pub capacity: Option<u32>,
    /// Whether they are away.
    pub away: bool,
    /// Whether they had this lead already since it was handed over, and did not keep it.
    pub had_it: bool,
    /// How much they are owed: what they gave way to others in the turns before. 0 at first.
    pub credit: i64,
}

/// Why somebody was given a lead, or was not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Standing {
    /// They were given it.
    Chosen,
    /// They could have been given it.
    Free,
    /// They are away.
    Away,
    /// They have as many open leads as they can have.
    Full,
    /// They had it already.
    HadIt,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 5] = [Self::Chosen, Self::Free, Self::Away, Self::Full, Self::HadIt];

    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Chosen => "chosen",
            Self::Free => "free",
            Self::Away => "away",
            Self::Full => "full",
            Self::HadIt => "had_it",
        }
    }

    /// The standing of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.word() == word)
    }
}

/// Somebody who was considered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Considered {
    /// Who, with what they had at that moment; the credit is the one after this turn.
    pub candidate: Candidate,
    /// Why they were given the lead, or were not.
    pub standing: Standing,
}

/// Who is given a lead, and who else was considered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// Who; `None` while nobody is free.
    pub person: Option<Symbol>,
    /// Everybody, in the order of the candidates.
    pub considered: Vec<Considered>,
}

/// Chooses who is given a lead. `colleague` is whoever works another lead of its account.
///
/// Turns go by smooth weighted round robin: each who is free earns their weight, whoever earned
/// most is given the lead and pays what all earned together. With equal weights that is one after
/// the other; who was away is owed nothing for it. Ties go to whoever stands first.
#[must_use]
pub fn choose(sharing: Sharing, candidates: &[Candidate], colleague: Option<Symbol>) -> Choice {
    let is_free = |one: &Candidate| !one.away && one.capacity.is_none_or(|most| one.load < most);
    // Somebody who had it already is given it again only if there is nobody else.
    let anew = candidates.iter().any(|one| is_free(one) && !one.had_it);
    let mut considered: Vec<Considered> = candidates
        .iter()
        .map(|one| {
            let standing = match () {
                () if one.away => Standing::Away,
                () if !is_free(one) => Standing::Full,
                () if one.had_it && anew => Standing::HadIt,
                () => Standing::Free,
            };
            Considered { candidate: *one, standing }
        })
        .collect();
    let weight = |one: &Candidate| match sharing {
        Sharing::Weighted => i64::from(one.weight),
        _ => 1,
    };
    let free = |considered: &Considered| considered.standing == Standing::Free;
    for one in considered.iter_mut().filter(|one| free(one)) {
        one.candidate.credit = one.candidate.credit.saturating_add(weight(&one.candidate));
    }
    let in_play = || considered.iter().enumerate().filter(|(_, one)| free(one));
    // The first of those that are equal: the last comparison is by place, backwards.
    let by_turn = in_play().max_by_key(|(place, one)| (one.candidate.credit, usize::MAX - place));
    let by_load =
        in_play().min_by_key(|(place, one)| (one.candidate.load, -one.candidate.credit, *place));
    let chosen = match sharing {
        Sharing::RoundRobin | Sharing::Weighted => by_turn,
        Sharing::ByLoad => by_load,
        Sharing::AccountAssignee => {
            in_play().find(|(_, one)| Some(one.candidate.person) == colleague).or(by_load)
        }
    };
    let Some(chosen) = chosen.map(|(place, _)| place) else {
        return Choice { person: None, considered };
    };
    let total: i64 = in_play().map(|(_, one)| weight(&one.candidate)).sum();
    let one = &mut considered[chosen];
    one.standing = Standing::Chosen;
    one.candidate.credit = one.candidate.credit.saturating_sub(total);
    Choice { person: Some(one.candidate.person), considered }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(weights: &[u32]) -> Vec<Candidate> {
        let one = |(index, &weight): (usize, &u32)| Candidate {
            person: Symbol(index as u32 + 1),
            weight,
            load: 0,
            capacity: None,
            away: false,
            had_it: false,
            credit: 0,
        };
        weights.iter().enumerate().map(one).collect()
    }

    /// Who is given so many leads, one after the other, by their number.
    fn turns(sharing: Sharing, people: &mut Vec<Candidate>, times: usize) -> Vec<u32> {
        let turn = |_| {
            let choice = choose(sharing, people, None);
            *people = choice.considered.iter().map(|one| one.candidate).collect();
            for one in people.iter_mut().filter(|one| Some(one.person) == choice.person) {
                one.load += 1;
            }
            choice.person.map_or(0, |person| person.0)
        };
        (0..times).map(turn).collect()
    }

    #[test]
    fn turns_go_one_after_the_other_and_who_is_away_is_owed_nothing() {
        let mut three = people(&[1, 1, 1]);
        assert_eq!(turns(Sharing::RoundRobin, &mut three, 5), [1, 2, 3, 1, 2]);
        three[2].away = true;
        assert_eq!(turns(Sharing::RoundRobin, &mut three, 4), [1, 2, 1, 2]);
        three[2].away = false;
        let back = turns(Sharing::RoundRobin, &mut three, 6);
        assert_eq!(back.iter().filter(|person| **person == 3).count(), 2, "{back:?}");
    }

    #[test]
    fn weights_are_kept_over_every_round_and_spread_within_it() {
        let mut three = people(&[5, 1, 1]);
        assert_eq!(turns(Sharing::Weighted, &mut three, 7), [1, 1, 2, 1, 3, 1, 1]);
        assert!(three.iter().all(|one| one.credit == 0), "a round is over");
    }

    #[test]
    fn the_fewest_open_leads_come_first_and_ties_take_turns() {
        let mut three = people(&[1, 1, 1]);
        three[0].load = 2;
        assert_eq!(turns(Sharing::ByLoad, &mut three, 5), [2, 3, 2, 3, 1]);
    }

    #[test]
    fn a_colleague_of_the_account_comes_first_unless_away_or_full() {
        let mut two = people(&[1, 1]);
        let with =
            |two: &[Candidate]| choose(Sharing::AccountAssignee, two, Some(Symbol(2))).person;
        assert_eq!(with(&two), Some(Symbol(2)));
        two[1].capacity = Some(0);
        assert_eq!(with(&two), Some(Symbol(1)));
        two[0].away = true;
        assert_eq!(with(&two), None, "nobody is free");
    }

    #[test]
    fn who_had_it_is_given_it_again_only_if_there_is_nobody_else() {
        let mut two = people(&[1, 1]);
        two[0].had_it = true;
        let choice = choose(Sharing::RoundRobin, &two, None);
        assert_eq!(choice.person, Some(Symbol(2)));
        assert_eq!(choice.considered[0].standing, Standing::HadIt);
        two[1].away = true;
        assert_eq!(choose(Sharing::RoundRobin, &two, None).person, Some(Symbol(1)));
    }
}
