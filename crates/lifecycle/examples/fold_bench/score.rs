//! Only the decayed score and where it first reaches a level, and the facts as plain columns: what
//! databases are asked for the same by `beside_databases.py`.

use charter::{Charter, Decay};
use facts::{Instant, Kind, SubjectId, Vocabulary};
use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;
use timeline::{Story, Timelines};

/// The level that the charter asks for before a lead is handed over.
const LEVEL: f64 = 35.0;

/// The points of each code, without the bounds on how often they count: databases would need
/// further passes for those.
pub(crate) struct Scoring {
    points: Vec<f64>,
    decay: Decay,
}

impl Scoring {
    pub(crate) fn new(charter: &Charter, vocabulary: &Vocabulary) -> Self {
        let engagement = &charter.engagement;
        let points = vocabulary.names().map(|(_, kind, name)| {
            let counts = matches!(kind, Kind::Touch | Kind::Activity);
            let mut clauses = engagement.points.iter().filter(|_| counts);
            let clause = clauses.find(|clause| clause.selector.matches(name));
            clause.map_or(0.0, |clause| clause.points)
        });
        Self { points: points.collect(), decay: Decay::new(engagement.half_life) }
    }

    /// When a lead's score first reaches the level.
    fn crossing(&self, story: Story<'_>) -> Option<Instant> {
        let (mut score, mut anchor) = (0.0, Instant::EARLIEST);
        for row in story.rows {
            let points = self.points[usize::from(row.code.0)];
            if points > 0.0 {
                score = score * self.decay.kept(anchor, row.at) + points;
                anchor = row.at;
                if score >= LEVEL {
                    return Some(row.at);
                }
            }
        }
        None
    }

    /// The sum of all crossings, so that none is left out.
    pub(crate) fn sum(&self, timelines: &Timelines) -> i64 {
        let crossings = timelines.stories().filter_map(|story| self.crossing(story));
        crossings.fold(0, |sum, at| sum.wrapping_add(at.0))
    }

    /// Writes the facts as columns of their plain bytes, the least significant first: `lead` and
    /// `happened` (microseconds) of 8 bytes, `points` as floats of 8; and what was found, `crossed` and
    /// `crossed_at`.
    pub(crate) fn write(&self, timelines: &Timelines, folder: &Path) -> Result<()> {
        let create = |name: &str| File::create(folder.join(name)).map(BufWriter::new);
        let (mut leads, mut ats) = (create("lead")?, create("happened")?);
        let mut points = create("points")?;
        let (mut crossed, mut crossed_at) = (create("crossed")?, create("crossed_at")?);
        for story in timelines.stories() {
            let SubjectId(lead) = story.lead;
            for row in story.rows {
                leads.write_all(&lead.to_le_bytes())?;
                ats.write_all(&row.at.0.to_le_bytes())?;
                points.write_all(&self.points[usize::from(row.code.0)].to_le_bytes())?;
            }
            if let Some(at) = self.crossing(story) {
                crossed.write_all(&lead.to_le_bytes())?;
                crossed_at.write_all(&at.0.to_le_bytes())?;
            }
        }
        [leads, ats, points, crossed, crossed_at].iter_mut().try_for_each(Write::flush)
    }
}
