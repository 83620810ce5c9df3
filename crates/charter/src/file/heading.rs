//! `[charter]`: its name, its time zone, its currency, its signers.

use super::reading::Reading;
use super::section::Section;
use super::signers;
use crate::diagnostic::did_you_mean;
use crate::terms::Signers;
use jiff::tz::TimeZoneDatabase;

/// What `[charter]` says.
pub(super) struct Heading {
    pub(super) name: String,
    pub(super) timezone: String,
    pub(super) currency: String,
    pub(super) signers: Signers,
}

/// `None` when one of them is missing or wrong.
pub(super) fn read<'a>(root: &mut Section<'a>, reading: &mut Reading<'a>) -> Option<Heading> {
    let entry = root.needed("charter", "{ name = \"...\", timezone = \"...\" }", reading)?;
    let mut section = reading.section(&entry, "[charter]")?;
    let name = section.needed_text("name", "\"Acme revenue charter\"", reading);
    let timezone = section.needed_text("timezone", "\"Europe/Paris\"", reading);
    let currency = section.needed_text("currency", "\"EUR\"", reading);
    let signers = signers::read(&mut section, reading);
    section.finish(reading);
    let name = name.map(|text| reading.name(&text));
    let timezone = timezone.and_then(|text| reading.parsed(&text, "a time zone", zone));
    let currency = currency.and_then(|text| reading.parsed(&text, "a currency", currency_code));
    Some(Heading { name: name?, timezone: timezone?, currency: currency?, signers })
}

/// A zone of the database that the program carries with it, so that no machine differs.
pub(super) fn zone(name: &str) -> Result<String, String> {
    let zones = TimeZoneDatabase::bundled();
    if zones.get(name).is_ok() {
        return Ok(name.to_owned());
    }
    let names: Vec<String> = zones.available().map(|name| name.as_str().to_owned()).collect();
    let guess = did_you_mean(name, names.iter().map(String::as_str), "time zone");
    match guess.starts_with("did") {
        true => Err(guess),
        false => {
            Err("write the IANA name of a place, such as `Europe/Paris` or `America/New_York`"
                .to_owned())
        }
    }
}

fn currency_code(code: &str) -> Result<String, String> {
    match code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        true => Ok(code.to_owned()),
        false => {
            Err("write its ISO 4217 code in three capitals, such as `EUR` or `USD`".to_owned())
        }
    }
}
