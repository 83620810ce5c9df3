//! How fast and how well duplicates are found, where the truth is known.
//!
//! `duplicates_bench people [RECORDS] [SEED] [THREADS] [PEOPLE] [PAIRS]`: generated people of whom a
//! fifth are duplicates with mistakes; with file names, also writes the people, normalised, with
//! the truth, and the pairs found.
//!
//! `duplicates_bench companies LISTS NAMES PAIRS`: two lists of company names, keyed by web address.

#![expect(clippy::print_stdout, reason = "a benchmark tells its times")]

mod companies;
mod people;

use identity::{
    CompanyName, Email, PersonName, PersonRecord, PlusTags, Records, Thresholds, Verdict,
    duplicates, e164, fill_companies, groups,
};
use people::Typed;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::time::Instant;
use testkit::process::cpu_seconds;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("people") => {
            let mut number = |default: u64| -> Result<u64, Failure> {
                arguments.next().map_or(Ok(default), |text| Ok(text.parse()?))
            };
            let (records, seed, threads) = (number(1_000_000)?, number(1)?, number(2)?);
            let (people, pairs) = (arguments.next(), arguments.next());
            let files = (people.as_deref(), pairs.as_deref());
            bench_people(records as usize, seed, threads as usize, files)
        }
        Some("companies") => match (arguments.next(), arguments.next(), arguments.next()) {
            (Some(file), Some(names), Some(pairs)) => companies::match_lists(&file, &names, &pairs),
            _ => Err("say the lists, and where names and pairs go".into()),
        },
        _ => Err("say what: people or companies".into()),
    }
}

fn bench_people(
    count: usize,
    seed: u64,
    threads: usize,
    (people_file, pairs_file): (Option<&str>, Option<&str>),
) -> Result<(), Failure> {
    let typed = people::people(seed, count);
    let started = Instant::now();
    let records = normalised(&typed)?;
    let normalising = started.elapsed();
    if let Some(file) = people_file {
        write(file, &typed, &records)?;
    }
    let (started, cpu) = (Instant::now(), cpu_seconds());
    let found = duplicates(&identity::people(), &records, Thresholds::default(), threads)?;
    let matching = started.elapsed();
    let matching_cpu = cpu_seconds() - cpu;
    if let Some(file) = pairs_file {
        let mut text = String::new();
        for pair in &found.pairs {
            writeln!(text, "{},{},{}", pair.a, pair.b, pair.probability)?;
        }
        std::fs::write(file, text)?;
    }
    let started = Instant::now();
    let (certain, large) = groups(&found.pairs, records.len());
    let grouping = started.elapsed();
    let mut of_entity: HashMap<u32, u64> = HashMap::new();
    for person in &typed {
        *of_entity.entry(person.entity).or_default() += 1;
    }
    let truth: u64 = of_entity.values().map(|count| count * (count - 1) / 2).sum();
    println!(
        "records {} true_pairs {truth} compared {} cut {}",
        typed.len(),
        found.compared,
        found.blocks_cut
    );
    println!("expected {:.0} groups {} large {}", found.expected, certain.len(), large.len());
    println!(
        "normalising_s {:.3} matching_s {:.3} matching_cpu_s {matching_cpu:.2} \
         grouping_s {:.3} threads {threads}",
        normalising.as_secs_f64(),
        matching.as_secs_f64(),
        grouping.as_secs_f64()
    );
    for least in [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999] {
        let taken = found.pairs.iter().filter(|pair| pair.probability >= least);
        report(&format!("p>={least}"), taken, &typed, truth);
    }
    let certain = found.pairs.iter().filter(|pair| pair.verdict == Verdict::Certain);
    report("certain", certain, &typed, truth);
    Ok(())
}

fn report<'a>(
    name: &str,
    pairs: impl Iterator<Item = &'a identity::Pair>,
    typed: &[Typed],
    truth: u64,
) {
    let (mut right, mut all) = (0_u64, 0_u64);
    for pair in pairs {
        all += 1;
        right += u64::from(typed[pair.a as usize].entity == typed[pair.b as usize].entity);
    }
    let (precision, recall) = (right as f64 / all.max(1) as f64, right as f64 / truth as f64);
    println!("{name} pairs {all} precision {precision:.4} recall {recall:.4}");
}

fn normalised(typed: &[Typed]) -> Result<Records, Failure> {
    let record = |person: &Typed| PersonRecord {
        name: PersonName::of_parts(&person.given, &person.family),
        email: Email::parse(&person.email, PlusTags::default()),
        phone: e164(&person.phone, None).ok(),
        company: CompanyName::parse(&person.company),
    };
    let mut people: Vec<PersonRecord> = typed.iter().map(record).collect();
    fill_companies(&mut people);
    let mut records = Records::new(identity::PERSON_FIELDS.len());
    people.iter().try_for_each(|person| person.push_to(&mut records))?;
    Ok(records)
}

fn write(file: &str, typed: &[Typed], records: &Records) -> Result<(), Failure> {
    let mut text = String::from("unique_id,entity,given,family,mail,phone,company\n");
    for (place, person) in typed.iter().enumerate() {
        write!(text, "{place},{}", person.entity)?;
        for field in 0..records.fields() {
            write!(text, ",{}", records.value(place, field))?;
        }
        text.push('\n');
    }
    std::fs::write(file, text)?;
    Ok(())
}
