//! Touches and activities in words, each with its opposite.

use facts::Selector;

/// The name, what is said when it happened, and when it did not.
const KNOWN: &[(&str, &str, &str)] = &[
    ("*", "anything happened", "nothing happened"),
    ("ad.*", "it clicked an ad", "it clicked no ad"),
    ("ad.clicked", "it clicked an ad", "it clicked no ad"),
    ("call.*", "somebody called it or tried to", "nobody tried to call it"),
    ("call.attempt", "somebody tried to call it", "nobody tried to call it"),
    ("call.connected", "somebody spoke with it on the phone", "nobody spoke with it on the phone"),
    ("chat.*", "it started a chat", "it started no chat"),
    ("chat.started", "it started a chat", "it started no chat"),
    ("content.*", "it downloaded content", "it downloaded no content"),
    ("content.downloaded", "it downloaded content", "it downloaded no content"),
    ("email.*", "there was a mail to it or from it", "there was no mail to it or from it"),
    ("email.clicked", "it clicked a link in a mail", "it clicked no link in a mail"),
    ("email.opened", "it opened a mail", "it opened no mail"),
    ("email.replied", "it replied to a mail", "it replied to no mail"),
    ("email.sent", "a mail was sent to it", "no mail was sent to it"),
    (
        "event.*",
        "it registered for an event or came to one",
        "it neither registered for an event nor came to one",
    ),
    ("event.attended", "it came to an event", "it came to no event"),
    ("event.registered", "it registered for an event", "it registered for no event"),
    ("form.*", "it filled in a form", "it filled in no form"),
    ("form.contact", "it filled in the contact form", "it did not fill in the contact form"),
    ("form.demo_request", "it asked for a demo", "it did not ask for a demo"),
    ("form.trial_signup", "it signed up for a trial", "it did not sign up for a trial"),
    (
        "meeting.*",
        "a meeting was booked, held, moved or missed",
        "there was no meeting, not even a booked one",
    ),
    ("meeting.booked", "a meeting was booked", "no meeting was booked"),
    ("meeting.held", "a meeting was held", "no meeting was held"),
    ("meeting.no_show", "it missed a meeting", "it missed no meeting"),
    ("meeting.rescheduled", "a meeting was moved", "no meeting was moved"),
    ("message.*", "a message was sent to it", "no message was sent to it"),
    ("message.sent", "a message was sent to it", "no message was sent to it"),
    ("page.*", "it visited the website", "it did not visit the website"),
    ("page.blog", "it read the blog", "it did not read the blog"),
    ("page.pricing", "it looked at the prices", "it did not look at the prices"),
    ("page.product", "it looked at the product pages", "it did not look at the product pages"),
    (
        "webinar.*",
        "it registered for a webinar or came to one",
        "it neither registered for a webinar nor came to one",
    ),
    ("webinar.attended", "it came to a webinar", "it came to no webinar"),
    ("webinar.registered", "it registered for a webinar", "it registered for no webinar"),
];

/// What is said when a fact so named happened.
pub(super) fn happened(selector: &Selector) -> String {
    match known(selector) {
        Some((_, yes, _)) => (*yes).to_owned(),
        None => match fallback(selector) {
            (name, true) => format!("something of the kind \u{201c}{name}\u{201d} happened"),
            (name, false) => format!("\u{201c}{name}\u{201d} happened"),
        },
    }
}

/// What is said when no fact so named happened.
pub(super) fn did_not_happen(selector: &Selector) -> String {
    match known(selector) {
        Some((_, _, no)) => (*no).to_owned(),
        None => match fallback(selector) {
            (name, true) => format!("nothing of the kind \u{201c}{name}\u{201d} happened"),
            (name, false) => format!("\u{201c}{name}\u{201d} did not happen"),
        },
    }
}

fn known(selector: &Selector) -> Option<&'static (&'static str, &'static str, &'static str)> {
    KNOWN.iter().find(|(name, ..)| *name == selector.as_str())
}

/// `form.newsletter` as `form: newsletter`, and whether it is a group.
fn fallback(selector: &Selector) -> (String, bool) {
    let text = selector.as_str();
    let stem = text.strip_suffix('*').map(|stem| stem.trim_end_matches('.'));
    let readable = stem.unwrap_or(text).replace('.', ": ").replace(['_', '-'], " ");
    (readable, stem.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::Schema;

    #[test]
    fn every_standard_name_and_its_group_has_words() {
        let schema = Schema::default();
        for name in schema.touches.iter().chain(&schema.activities) {
            let group = format!("{}.*", name.split('.').next().unwrap());
            for text in [name, &group] {
                assert!(known(&Selector::new(text).unwrap()).is_some(), "{text} has no words");
            }
        }
    }

    #[test]
    fn a_name_of_the_charter_s_own_stays_readable() {
        let own = Selector::new("form.news_letter").unwrap();
        assert_eq!(happened(&own), "“form: news letter” happened");
        let group = Selector::new("partner.*").unwrap();
        assert_eq!(did_not_happen(&group), "nothing of the kind “partner” happened");
    }
}
