//! `tandem duplicates`, `tandem merge` and `tandem unmerge`.

use crate::arguments::{DuplicatesArguments, Global, MergeArguments, UnmergeArguments};
use crate::exit::Exit;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::Named;
use app::tell::count;
use app::{Agreement, DuplicateGroup, DuplicatePair, DuplicatesAnswer, Engine, Merged};
use facts::SubjectId;
use serde_json::{Value, json};

/// Lists who may be one, and merges those who certainly are when asked to.
pub(crate) fn run(
    global: &Global,
    asked: &DuplicatesArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let ledger = match asked.merge {
        true => Ledger::open_to_write(global)?,
        false => Ledger::open(global)?,
    };
    let Ledger { mut engine, now } = ledger;
    screen.progress("comparing…");
    let answer = engine.duplicates(asked.country.as_deref())?;
    screen.progress_done();
    let mut merged = 0;
    if asked.merge {
        for group in &answer.certain {
            for other in &group.others {
                engine.merge(group.survivor, *other, &asked.who, now)?;
                merged += 1;
            }
        }
    }
    let limit = asked.limit as usize;
    if screen.is_json() {
        screen.document(&as_json(&engine, &answer, limit, asked.merge.then_some(merged))?)?;
        return Ok(Exit::Fine);
    }
    screen.paragraph(&sentence(&answer, asked.merge.then_some(merged)), 0)?;
    for group in answer.certain.iter().take(limit) {
        screen.gap()?;
        show_group(&engine, group, screen)?;
    }
    more(answer.certain.len(), limit, "group", screen)?;
    for pair in answer.review.iter().take(limit) {
        screen.gap()?;
        show_pair(&engine, pair, screen)?;
    }
    more(answer.review.len(), limit, "pair", screen)?;
    if answer.blocks_cut > 0 {
        let values = count(answer.blocks_cut as usize, "value");
        let text = format!(
            "{values} are shared by so many that not all of these were compared with each other."
        );
        screen.paragraph(&text, 0)?;
    }
    Ok(Exit::Fine)
}

fn sentence(answer: &DuplicatesAnswer, merged: Option<usize>) -> String {
    let DuplicatesAnswer { persons, certain, review, .. } = answer;
    let certain = match certain.len() {
        0 => "nobody is certainly somebody else too".to_owned(),
        groups => format!("{} are certainly one person each", count(groups, "group")),
    };
    let did = match (merged, certain.starts_with("nobody")) {
        (Some(merged), _) => format!("; {} merged", count(merged, "person")),
        (None, true) => String::new(),
        (None, false) => "; --merge merges them".to_owned(),
    };
    let review = match review.len() {
        0 => "no pair needs a look".to_owned(),
        pairs => format!("{} may be one person", count(pairs, "pair")),
    };
    format!("Of {}, {certain}{did}; {review}.", count(*persons, "person"))
}

fn more(all: usize, limit: usize, what: &str, screen: &mut Screen) -> anyhow::Result<()> {
    if all > limit {
        screen.gap()?;
        screen.line(format!("… and {} more; --limit shows them.", count(all - limit, what)))?;
    }
    Ok(())
}

fn show_group(engine: &Engine, group: &DuplicateGroup, screen: &mut Screen) -> anyhow::Result<()> {
    screen.line(format!("Certain: {}", called(engine, group.survivor)?))?;
    for other in &group.others {
        screen.line(format!("       = {}", called(engine, *other)?))?;
    }
    for pair in &group.pairs {
        screen.paragraph(&format!("  {}", evidence(pair)), 4)?;
    }
    Ok(())
}

fn show_pair(engine: &Engine, pair: &DuplicatePair, screen: &mut Screen) -> anyhow::Result<()> {
    let parted = if pair.parted { ", parted by hand" } else { "" };
    let probability = 100.0 * pair.probability;
    screen
        .line(format!("Perhaps ({probability:.0} %{parted}): {}", called(engine, pair.older)?))?;
    screen.line(format!("       ? {}", called(engine, pair.younger)?))?;
    screen.paragraph(&format!("  {}", evidence(pair)), 4)?;
    let hint = format!("  tandem merge {} {}", pair.older, pair.younger);
    screen.line(screen.style.faint(&hint))?;
    Ok(())
}

/// `Ann Lee, Acme (0c4m9x2k7v1t8)`.
fn called(engine: &Engine, person: SubjectId) -> anyhow::Result<String> {
    Ok(format!("{} ({person})", Named::of(engine, person)?.call_with_company()))
}

/// `same mail ann@acme.example +24; family name lee ~ leigh +5; phone differs −2`.
fn evidence(pair: &DuplicatePair) -> String {
    let said = pair.evidence.iter().filter_map(|said| {
        let (field, (one, other), bits) = (said.field, &said.values, said.bits);
        match said.agreement {
            Agreement::Unknown => None,
            Agreement::Same => Some(format!("same {field} {one} {bits:+.0}")),
            Agreement::Alike => Some(format!("{field} {one} ~ {other} {bits:+.0}")),
            Agreement::Different => Some(format!("{field} {one} against {other} {bits:+.0}")),
        }
    });
    said.collect::<Vec<_>>().join("; ")
}

fn as_json(
    engine: &Engine,
    answer: &DuplicatesAnswer,
    limit: usize,
    merged: Option<usize>,
) -> anyhow::Result<Value> {
    let person = |id: SubjectId| anyhow::Ok(Named::of(engine, id)?.as_json());
    let mut certain = Vec::new();
    for group in answer.certain.iter().take(limit) {
        let others = group.others.iter().map(|id| person(*id)).collect::<Result<Vec<_>, _>>()?;
        let pairs: Vec<_> = group.pairs.iter().map(pair_as_json).collect();
        let survivor = person(group.survivor)?;
        certain.push(json!({ "survivor": survivor, "others": others, "pairs": pairs }));
    }
    let mut review = Vec::new();
    for pair in answer.review.iter().take(limit) {
        let mut told = pair_as_json(pair);
        told["older"] = person(pair.older)?;
        told["younger"] = person(pair.younger)?;
        review.push(told);
    }
    Ok(json!({
        "persons": answer.persons,
        "certain_total": answer.certain.len(),
        "certain": certain,
        "review_total": answer.review.len(),
        "review": review,
        "merged": merged,
        "values_not_compared_in_full": answer.blocks_cut,
    }))
}

fn pair_as_json(pair: &DuplicatePair) -> Value {
    let evidence = pair.evidence.iter().map(|said| {
        json!({
            "field": said.field,
            "agreement": said.agreement.word(),
            "bits": said.bits,
            "older": said.values.0,
            "younger": said.values.1,
        })
    });
    json!({
        "older": pair.older.to_string(),
        "younger": pair.younger.to_string(),
        "probability": pair.probability,
        "parted": pair.parted,
        "evidence": evidence.collect::<Vec<_>>(),
    })
}

/// Merges two leads.
pub(crate) fn merge(
    global: &Global,
    asked: &MergeArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open_to_write(global)?;
    let (first, second) = (engine.find_lead(&asked.first)?, engine.find_lead(&asked.second)?);
    let merged = engine.merge(first, second, &asked.who, now)?;
    told(&engine, &merged, "is now", screen)
}

/// Parts two leads again.
pub(crate) fn unmerge(
    global: &Global,
    asked: &UnmergeArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open_to_write(global)?;
    let lead = engine.find_lead(&asked.lead)?;
    let merged = engine.unmerge(lead, &asked.who, now)?;
    told(&engine, &merged, "is no longer", screen)
}

fn told(engine: &Engine, merged: &Merged, verb: &str, screen: &mut Screen) -> anyhow::Result<Exit> {
    if screen.is_json() {
        screen.document(&json!({
            "survivor": merged.survivor.to_string(),
            "other": merged.other.to_string(),
            "leads": merged.settled.leads,
            "changes": merged.settled.changes,
        }))?;
        return Ok(Exit::Fine);
    }
    let (other, survivor) = (called(engine, merged.other)?, called(engine, merged.survivor)?);
    let changes = count(merged.settled.changes as usize, "decision");
    screen.paragraph(&format!("{other} {verb} {survivor}; {changes} changed."), 0)?;
    Ok(Exit::Fine)
}
