//! `[[cost]]` of settings: what was spent on a channel, a campaign or a source.

use super::reading::Reading;
use super::roster::date;
use super::section::Section;
use crate::diagnostic::ProblemCode;
use crate::terms::{Cost, CostOn};

/// Reads one cost.
pub(super) fn cost<'a>(mut section: Section<'a>, reading: &mut Reading<'a>) -> Option<Cost> {
    let span = section.span.clone();
    let on = ["channel", "campaign", "source"].map(|key| section.entry(key));
    let amount = section.needed("amount", "12000", reading);
    let from = section.needed("from", "2027-07-01", reading);
    let to = section.needed("to", "2027-07-31", reading);
    section.finish(reading);
    let named: Vec<_> = on.into_iter().flatten().collect();
    let [named] = &named[..] else {
        let message = format!("the cost is of {} of channel, campaign and source", named.len());
        let help = "write one of them: `channel = \"webinar\"`, `campaign = \"spring\"` or \
                    `source = \"partner\"`";
        reading.add(span, ProblemCode::Inconsistent, message, help);
        return None;
    };
    let name = reading.text(named)?;
    let on = match named.key.value {
        "channel" => CostOn::Channel,
        "campaign" => CostOn::Campaign,
        _ => CostOn::Source,
    };
    let amount = reading.number(&amount?, 0.0, Cost::AMOUNT_MAX);
    let (from, to) = (date(&from?, reading), date(&to?, reading));
    let (amount, from, to) = (amount?, from?, to?);
    if from > to {
        let message = format!("the cost ends on {to}, before it begins on {from}");
        let help = "write the first day as `from` and the last as `to`: both are included";
        reading.add(span, ProblemCode::Inconsistent, message, help);
        return None;
    }
    let amount_hundredths = (amount * 100.0).round() as i64;
    Some(Cost { on: on(name.value.to_owned()), amount_hundredths, from, to })
}
