//! What the ledger says, as columns for `beside_databases.py`, and what we count of it.

use app::{Engine, FunnelQuestion};
use facts::{Instant, Kind, Value};
use insight::ClockOutcome;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// How many leads are read at once.
const LEADS: usize = 20_000;

/// Columns of numbers, each in a file of its own, little-endian.
struct Columns<const N: usize>([BufWriter<File>; N]);

impl<const N: usize> Columns<N> {
    fn create(folder: &Path, table: &str, names: [&str; N]) -> io::Result<Self> {
        let mut files = Vec::with_capacity(N);
        for name in names {
            files.push(BufWriter::new(File::create(folder.join(format!("{table}.{name}")))?));
        }
        Ok(Self(files.try_into().expect("as many files as names")))
    }

    fn push(&mut self, row: [i64; N]) -> io::Result<()> {
        let mut both = self.0.iter_mut().zip(row);
        both.try_for_each(|(file, value)| file.write_all(&value.to_le_bytes()))
    }
}

/// Writes all facts and all decisions that stand as columns, the words that the answers use, and
/// our answers: lines of words and numbers.
pub(crate) fn tell(engine: &Engine, now: Instant, folder: &Path) -> io::Result<()> {
    let view = engine.store().view();
    let vocabulary = engine.vocabulary();
    let leads = view.projected_leads().expect("leads");
    let mut facts = Columns::create(folder, "facts", ["lead", "happened", "code", "value"])?;
    let mut decisions =
        Columns::create(folder, "decisions", ["lead", "happened", "what", "target"])?;
    for some in leads.chunks(LEADS) {
        let stories = view.facts_of_leads(some).expect("facts");
        let standing = view.standing_decisions_of(some).expect("decisions");
        for ((lead, story), decided) in some.iter().zip(stories).zip(standing) {
            let lead = lead.0.cast_signed();
            for fact in story.iter().map(|recorded| &recorded.fact) {
                let value = match fact.value {
                    Value::Text(word) => i64::from(word.0),
                    _ => 0,
                };
                facts.push([lead, fact.occurred_at.0, i64::from(fact.code.0), value])?;
            }
            for it in decided {
                let what = i64::from(it.key.what as u8);
                decisions.push([lead, it.at.0, what, i64::from(it.target.0)])?;
            }
        }
    }
    let mut words = BufWriter::new(File::create(folder.join("words"))?);
    for (number, word) in vocabulary.words().iter().enumerate() {
        writeln!(words, "{number}\t{word}")?;
    }
    let source = vocabulary.find_code(Kind::Trait, "lead.source").expect("a trait");
    let mut answers = BufWriter::new(File::create(folder.join("answers"))?);
    writeln!(answers, "source_code\t{}", source.0)?;
    writeln!(answers, "now\t{}", now.0)?;
    let question = FunnelQuestion { by: Some("lead.source".to_owned()), ..Default::default() };
    let funnel = engine.funnel(&question, now).expect("a funnel");
    for stage in funnel.path.on_path() {
        writeln!(answers, "path\t{}", stage.id)?;
    }
    for slice in std::iter::once(&funnel.whole).chain(&funnel.slices) {
        let of = if std::ptr::eq(slice, &funnel.whole) { "funnel" } else { "source" };
        let value = slice.value.as_deref().unwrap_or_default();
        for stage in &slice.funnel.stages {
            let id = &funnel.path.stages()[stage.stage].id;
            let (entered, reached) = (stage.entered.count(), stage.reached.count());
            writeln!(answers, "{of}\t{value}\t{id}\t{entered}\t{reached}")?;
        }
    }
    let promises = engine.promises(now).expect("promises");
    for figures in promises.promises.iter().chain(&promises.assumed) {
        let kept = figures.count(ClockOutcome::Kept);
        let broken = figures.clocks.iter().filter(|clock| clock.outcome.is_broken()).count();
        writeln!(answers, "promise\t{}\t{kept}\t{broken}", figures.pledge.id)?;
    }
    Ok(())
}
