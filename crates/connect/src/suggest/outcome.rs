//! What the words of stages, statuses and outcomes mean.

use super::words::words;

/// Whether a deal, or a lead, is over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum End {
    Won,
    Lost,
}

/// What a stage says of the end: `Closed Won`, `closedlost`, `conversion`.
pub(crate) fn end(stage: &str) -> Option<End> {
    let words = words(stage);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let not = has(&["not", "un", "non", "no"]);
    if has(&["lost", "closedlost", "dead", "abandoned", "cancelled", "canceled", "declined"]) {
        return Some(End::Lost);
    }
    let won = has(&[
        "won",
        "closedwon",
        "conversion",
        "customer",
        "enrolled",
        "purchased",
        "sold",
        "activated",
    ]);
    (won && !not).then_some(End::Won)
}

/// Whether a lead's status says that sales refused it.
pub(crate) fn refuses(status: &str) -> bool {
    let words = words(status);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has(&[
        "rejected",
        "refused",
        "unqualified",
        "disqualified",
        "junk",
        "invalid",
        "unqualify",
        "bad",
        "lost",
        "dead",
        "recycled",
    ]) || has(&["not"]) && has(&["converted", "qualified", "interested", "icp", "fit"])
}

/// The activity that an outcome, or a type of activity, is.
pub(crate) fn activity(text: &str, kind: Kind) -> Option<&'static str> {
    let words = words(text);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if has(&["meeting", "demo", "visit", "appointment"]) {
        let missed = has(&["missed", "no", "show", "noshow", "cancelled", "canceled"]);
        let booked = has(&["booked", "scheduled", "schedule", "planned"]);
        return Some(match (missed, booked) {
            (true, _) => "meeting.no_show",
            (_, true) => "meeting.booked",
            _ => "meeting.held",
        });
    }
    if has(&["email", "mail"]) {
        return Some("email.sent");
    }
    let missed = has(&[
        "unsuccessful",
        "unreached",
        "attempt",
        "attempted",
        "busy",
        "voicemail",
        "no",
        "not",
        "missed",
        "left",
        "wrong",
        "failed",
        "unanswered",
        "ringing",
    ]);
    let reached =
        has(&["successful", "connected", "reached", "answered", "completed", "interested"]);
    match kind {
        Kind::Call if missed => Some("call.attempt"),
        Kind::Call if reached => Some("call.connected"),
        _ if has(&["call", "phone", "called"]) => {
            Some(if reached && !missed { "call.connected" } else { "call.attempt" })
        }
        _ if has(&["sms", "message", "chat", "whatsapp", "linkedin", "inmail"]) => {
            Some("message.sent")
        }
        _ => None,
    }
}

/// What the rows of a file of activities are, by its name and columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Call,
    Any,
}

/// What an event of a case says, by its words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Event {
    Began,
    Accepted,
    Refused,
    Won,
    Lost,
}

/// What the name of an event says: `A_SUBMITTED` began a case.
pub(crate) fn event(name: &str) -> Option<Event> {
    let words = words(name);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if has(&["submitted", "created", "received", "inquiry", "requested"]) {
        Some(Event::Began)
    } else if has(&["declined", "rejected", "refused", "disqualified"]) {
        Some(Event::Refused)
    } else if has(&["cancelled", "canceled", "lost", "withdrawn", "abandoned"]) {
        Some(Event::Lost)
    } else if has(&["approved", "won", "signed", "activated"]) {
        Some(Event::Won)
    } else {
        has(&["accepted"]).then_some(Event::Accepted)
    }
}

/// The touch that a word for it is: an activity type, a member's status, a file's name.
pub(crate) fn touch(text: &str) -> Option<&'static str> {
    let words = words(text);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let attended = has(&["attended", "attend", "watched", "joined", "present"]);
    let found = if has(&["webinar"]) {
        if attended { "webinar.attended" } else { "webinar.registered" }
    } else if has(&["demo"]) && has(&["watched", "attended"]) {
        "demo.watched"
    } else if has(&["event", "tradeshow"]) || attended {
        if attended { "event.attended" } else { "event.registered" }
    } else if has(&["registered"]) {
        "event.registered"
    } else if has(&["form", "filled", "responded", "submission", "submitted"]) {
        "form.contact"
    } else if has(&["email", "mail", "newsletter"]) || has(&["clicked", "opened", "replied"]) {
        if has(&["click", "clicked", "clicks"]) {
            "email.clicked"
        } else if has(&["open", "opened", "opens"]) {
            "email.opened"
        } else if has(&["reply", "replied"]) {
            "email.replied"
        } else {
            return None;
        }
    } else if has(&["download", "downloaded", "content", "ebook", "whitepaper"]) {
        "content.downloaded"
    } else if has(&["chat"]) {
        "chat.started"
    } else if has(&["ad", "ads", "click", "advert"]) {
        "ad.clicked"
    } else if has(&["page", "web", "webpage", "visit", "visits", "pageview"]) {
        "page.product"
    } else {
        return None;
    };
    Some(found)
}

/// The touches of Marketo's activity types, by their numbers.
pub(crate) fn marketo_touch(number: &str) -> Option<&'static str> {
    match number {
        "1" => Some("page.product"),
        "2" => Some("form.contact"),
        "10" => Some("email.opened"),
        "11" => Some("email.clicked"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_and_statuses_say_how_it_ended() {
        assert_eq!(end("Closed Won"), Some(End::Won));
        assert_eq!(end("closedlost"), Some(End::Lost));
        assert_eq!(end("conversion"), Some(End::Won));
        assert_eq!(end("Closed - Not Won"), None);
        assert_eq!(end("Negotiation/Review"), None);
        assert!(refuses("Closed - Not Converted") && refuses("Unqualified"));
        assert!(!refuses("Closed - Converted") && !refuses("Open - Not Contacted"));
    }

    #[test]
    fn calls_mails_and_meetings_are_told_apart() {
        assert_eq!(activity("unsuccessful", Kind::Call), Some("call.attempt"));
        assert_eq!(activity("successful", Kind::Call), Some("call.connected"));
        assert_eq!(activity("Left voicemail", Kind::Call), Some("call.attempt"));
        assert_eq!(activity("Call", Kind::Any), Some("call.attempt"));
        assert_eq!(activity("Meeting booked", Kind::Any), Some("meeting.booked"));
        assert_eq!(activity("Completed", Kind::Any), None);
        assert_eq!(touch("leads_demo_watched_details"), Some("demo.watched"));
        assert_eq!(touch("Webinar Attended"), Some("webinar.attended"));
        assert_eq!(touch("Sent"), None);
        assert_eq!(marketo_touch("2"), Some("form.contact"));
        assert_eq!(event("A_SUBMITTED"), Some(Event::Began));
        assert_eq!(event("A_ACCEPTED"), Some(Event::Accepted));
        assert_eq!(event("A_PREACCEPTED"), None, "not yet");
    }
}
