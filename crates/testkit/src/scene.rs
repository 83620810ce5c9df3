//! One lead's story, told in a few lines.

use charter::Program;
use facts::{
    Fact, FactKey, Instant, Kind, Origin, Position, Precision, Recorded, SubjectId, Symbol, Value,
    Vocabulary,
};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use lifecycle::{Cause, Change, Decision, Folder, Reign, Rest, Version, decide};
use timeline::{Known, OwnedStory, assemble};

/// The lead of every scene.
pub const LEAD: SubjectId = SubjectId(7);

/// A lead's facts, the charters in force, and what they decide.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The words and codes.
    pub vocabulary: Vocabulary,
    /// The charters in force.
    pub reign: Reign,
    /// The facts as recorded.
    pub log: Vec<Recorded>,
}

/// What a fact says, for short.
#[derive(Clone, Copy, Debug)]
pub enum Said<'a> {
    /// Nothing more.
    Nothing,
    /// A word.
    Word(&'a str),
    /// A number.
    Number(f64),
    /// A subject.
    Subject(SubjectId),
    /// Another fact.
    Fact(FactKey),
}

/// The instant of `2026-03-02 10:00` in a zone, or of the start of `2026-03-02` there.
///
/// # Panics
/// When the text is neither.
#[must_use]
pub fn instant(text: &str, zone: &str) -> (Instant, Precision) {
    let zone = jiff::tz::TimeZoneDatabase::bundled().get(zone).expect("a known zone");
    let stamp = |at: DateTime, zone: TimeZone| at.to_zoned(zone).expect("a time").timestamp();
    let (stamp, precision) = match text.parse::<Date>() {
        Ok(date) if text.len() == 10 => {
            (stamp(date.to_datetime(jiff::civil::Time::midnight()), zone), Precision::Day)
        }
        _ => {
            let at = text.replace(' ', "T").parse().expect("a date, or a date and a time");
            (stamp(at, zone), Precision::Instant)
        }
    };
    (Instant::from_timestamp(stamp).expect("a year that is kept"), precision)
}

impl Scene {
    /// Under one charter, adopted before everything.
    ///
    /// # Panics
    /// When the charter is refused.
    #[must_use]
    pub fn new(charter: &str) -> Self {
        Self::adopted(charter, "1990-01-02 00:00")
    }

    /// Under one charter from an instant on, in the charter's zone.
    ///
    /// # Panics
    /// When the charter is refused.
    #[must_use]
    pub fn adopted(charter: &str, from: &str) -> Self {
        let mut vocabulary = Vocabulary::default();
        let program = compile(charter, &mut vocabulary);
        let (from, _) = instant(from, &program.charter.timezone);
        Self { vocabulary, reign: Reign::of(program, from), log: Vec::new() }
    }

    /// With another version of the charter from an instant on.
    ///
    /// # Panics
    /// When the charter is refused or cannot follow.
    #[must_use]
    pub fn then(mut self, charter: &str, from: &str) -> Self {
        let program = compile(charter, &mut self.vocabulary);
        let (from, _) = instant(from, &program.charter.timezone);
        let mut versions = self.reign.versions().to_vec();
        versions.push(Version { program, from });
        self.reign = Reign::new(versions).expect("versions that follow each other");
        self
    }

    /// The scene's zone.
    #[must_use]
    pub fn zone(&self) -> &str {
        &self.reign.versions()[0].program.charter.timezone
    }

    /// Records a fact about the lead, known at once.
    pub fn fact(&mut self, at: &str, kind: Kind, name: &str, said: Said<'_>) -> FactKey {
        self.about(LEAD, at, kind, name, said)
    }

    /// A touch.
    pub fn touch(&mut self, at: &str, name: &str) -> FactKey {
        self.fact(at, Kind::Touch, name, Said::Nothing)
    }

    /// An activity by a person, recorded by a system.
    pub fn activity(&mut self, at: &str, name: &str) -> FactKey {
        let key = self.fact(at, Kind::Activity, name, Said::Nothing);
        self.last().origin = Origin::Human;
        key
    }

    /// A verdict with its reason.
    pub fn verdict(&mut self, at: &str, verdict: &str, reason: &str) -> FactKey {
        self.fact(at, Kind::Verdict, verdict, Said::Word(reason))
    }

    /// A trait's text.
    pub fn learned(&mut self, at: &str, name: &str, word: &str) -> FactKey {
        self.fact(at, Kind::Trait, name, Said::Word(word))
    }

    /// A fact about any subject, known at once.
    ///
    /// # Panics
    /// When the time cannot be read.
    pub fn about(
        &mut self,
        subject: SubjectId,
        at: &str,
        kind: Kind,
        name: &str,
        said: Said<'_>,
    ) -> FactKey {
        let (occurred_at, precision) = instant(at, self.zone());
        let value = match said {
            Said::Nothing => Value::Nothing,
            Said::Word(word) => Value::Text(self.vocabulary.intern(word).expect("room")),
            Said::Number(number) => Value::Number(number),
            Said::Subject(id) => Value::Subject(id),
            Said::Fact(key) => Value::Fact(key),
        };
        let code = self.vocabulary.code(kind, name).expect("room");
        let position = Position(self.log.len() as u64 + 1);
        let key = FactKey(position.0.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let fact = Fact {
            subject,
            key,
            occurred_at,
            precision,
            code,
            value,
            actor: Symbol::EMPTY,
            origin: Origin::System,
        };
        self.log.push(Recorded { position, recorded_at: occurred_at, fact });
        key
    }

    /// The fact recorded last.
    ///
    /// # Panics
    /// When there is none.
    pub fn last(&mut self) -> &mut Fact {
        &mut self.log.last_mut().expect("a fact was recorded").fact
    }

    /// Compiles the charters again, so that they know every code used by now.
    pub fn recompile(&mut self) {
        let versions = self.reign.versions().to_vec();
        let again = versions.into_iter().map(|version| Version {
            program: Program::compile(&version.program.charter, &[], &mut self.vocabulary)
                .expect("it compiled before"),
            from: version.from,
        });
        self.reign = Reign::new(again.collect()).expect("they followed each other before");
    }

    /// The lead's story.
    #[must_use]
    pub fn story(&self, known: Known) -> OwnedStory {
        assemble(LEAD, &self.log, &self.vocabulary, known)
    }

    /// What is decided until an instant, and where the lead rests.
    pub fn decide(&mut self, until: &str) -> (Vec<Decision>, Rest) {
        let (until, _) = instant(until, self.zone());
        self.decide_at(until, Known::Everything)
    }

    /// What is decided until an instant from what is known.
    pub fn decide_at(&mut self, until: Instant, known: Known) -> (Vec<Decision>, Rest) {
        self.recompile();
        let story = self.story(known);
        let mut folder = Folder::new(&self.reign);
        decide(&mut folder, story.as_story(), until)
    }

    /// What is decided until an instant, a line each.
    pub fn lines(&mut self, until: &str) -> Vec<String> {
        let (decisions, _) = self.decide(until);
        decisions.iter().map(|decision| self.line(decision)).collect()
    }

    /// A decision in a line: when (in the scene's zone), what, of what, by which clause, why.
    #[must_use]
    pub fn line(&self, decision: &Decision) -> String {
        let why = match decision.cause {
            Cause::Fact(key) => self.name_of(key),
            Cause::Time(None) => "time".to_owned(),
            Cause::Time(Some(key)) => format!("time, set by {}", self.name_of(key)),
            Cause::Version => "a new version".to_owned(),
            Cause::Adoption => "adoption".to_owned(),
        };
        let due = if decision.due == Instant::NEVER {
            String::new()
        } else {
            format!(", due {}", self.local(decision.due))
        };
        format!(
            "{} {} {} by {}: {why}{due}",
            self.local(decision.at),
            decision.key.what.word(),
            self.vocabulary.word(decision.target),
            self.vocabulary.word(decision.key.clause),
        )
    }

    /// A correction in a line.
    #[must_use]
    pub fn change(&self, change: &Change) -> String {
        match change {
            Change::Made(decision) => format!("made {}", self.line(decision)),
            Change::Moved { from, to } => {
                format!("moved {} (was {})", self.line(to), self.local(from.at))
            }
            Change::Withdrawn(decision) => format!("withdrawn {}", self.line(decision)),
        }
    }

    fn name_of(&self, key: FactKey) -> String {
        let fact = self.log.iter().find(|recorded| recorded.fact.key == key);
        let name = fact.and_then(|recorded| self.vocabulary.name(recorded.fact.code));
        name.map_or_else(|| format!("unknown fact {}", key.0), |(_, name)| name.to_owned())
    }

    /// An instant in the scene's zone.
    ///
    /// # Panics
    /// Never: the charter was read with its zone.
    #[must_use]
    pub fn local(&self, at: Instant) -> String {
        let zone = jiff::tz::TimeZoneDatabase::bundled().get(self.zone()).expect("a known zone");
        at.to_timestamp().to_zoned(zone).strftime("%Y-%m-%d %H:%M:%S").to_string()
    }
}

fn compile(charter: &str, vocabulary: &mut Vocabulary) -> Program {
    let charter = charter::read(charter).unwrap_or_else(|problems| panic!("{problems}"));
    Program::compile(&charter, &[], vocabulary).expect("a charter that compiles")
}
