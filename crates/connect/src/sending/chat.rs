//! Messages in chat rooms: blocks of Slack, cards of Microsoft Teams.

use super::message::{Item, Message};
use serde_json::{Value, json};

/// How many things one message shows: Slack allows 50 blocks.
const ITEMS_MAX: usize = 12;
/// How many letters a block of text has: Slack allows 3,000, and 150 in a heading.
const LETTERS_MAX: usize = 2_900;
const HEADING_LETTERS_MAX: usize = 140;

/// What Slack's incoming webhooks take.
pub(crate) fn slack(message: &Message) -> String {
    let heading = cut(&message.subject, HEADING_LETTERS_MAX);
    let mut blocks =
        vec![json!({"type": "header", "text": {"type": "plain_text", "text": heading}})];
    if !message.intro.is_empty() {
        blocks.push(slack_text(&slack_escaped(&message.intro)));
    }
    for item in message.items.iter().take(ITEMS_MAX) {
        let mut text = format!("*{}*", slack_escaped(&item.title));
        for (name, said) in &item.lines {
            text.push_str(&format!("\n{}: {}", slack_escaped(name), slack_escaped(said)));
        }
        blocks.push(slack_text(&text));
        let buttons: Vec<_> = item.buttons.iter().take(5).map(|button| {
            json!({"type": "button", "text": {"type": "plain_text", "text": cut(&button.label, 70)},
                   "url": button.url})
        }).collect();
        if !buttons.is_empty() {
            blocks.push(json!({"type": "actions", "elements": buttons}));
        }
    }
    if let Some(more) = left_out(message) {
        blocks.push(slack_text(&more));
    }
    json!({"text": heading, "blocks": blocks}).to_string()
}

fn slack_text(text: &str) -> Value {
    json!({"type": "section", "text": {"type": "mrkdwn", "text": cut(text, LETTERS_MAX)}})
}

/// Slack reads three signs of its own: with them a name could mention a whole room.
fn slack_escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What the incoming webhooks of Teams take: an adaptive card.
pub(crate) fn teams(message: &Message) -> String {
    let text = |text: &str, weight: &str, size: &str| {
        json!({"type": "TextBlock", "text": teams_escaped(&cut(text, LETTERS_MAX)), "wrap": true,
               "weight": weight, "size": size})
    };
    let mut body = vec![text(&message.subject, "Bolder", "Medium")];
    if !message.intro.is_empty() {
        body.push(text(&message.intro, "Default", "Default"));
    }
    for item in message.items.iter().take(ITEMS_MAX) {
        body.push(teams_item(item));
    }
    if let Some(more) = left_out(message) {
        body.push(text(&more, "Default", "Default"));
    }
    let card = json!({
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": body,
    });
    let card = json!({"contentType": "application/vnd.microsoft.card.adaptive", "content": card});
    json!({"type": "message", "attachments": [card]}).to_string()
}

fn teams_item(item: &Item) -> Value {
    let facts: Vec<_> = item
        .lines
        .iter()
        .map(|(name, said)| json!({"title": name, "value": teams_escaped(said)}))
        .collect();
    let buttons: Vec<_> = item
        .buttons
        .iter()
        .take(5)
        .map(|button| json!({"type": "Action.OpenUrl", "title": button.label, "url": button.url}))
        .collect();
    let mut parts = vec![
        json!({"type": "TextBlock", "text": teams_escaped(&item.title), "wrap": true,
               "weight": "Bolder"}),
        json!({"type": "FactSet", "facts": facts}),
    ];
    if !buttons.is_empty() {
        parts.push(json!({"type": "ActionSet", "actions": buttons}));
    }
    json!({"type": "Container", "separator": true, "items": parts})
}

/// Teams reads Markdown: a name must not become a link.
fn teams_escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '[' | ']' | '*' | '_' | '`' | '\\') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

fn left_out(message: &Message) -> Option<String> {
    let more = message.more + message.items.len().saturating_sub(ITEMS_MAX);
    (more > 0).then(|| format!("and {more} more"))
}

/// The first letters of a text, with a sign where there were more.
fn cut(text: &str, letters_max: usize) -> String {
    if text.chars().count() <= letters_max {
        return text.to_owned();
    }
    text.chars().take(letters_max - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sending::Button;

    fn message() -> Message {
        Message {
            subject: "A lead for you".to_owned(),
            items: vec![Item {
                title: "Ann <!channel> & [Co](http://example.net)".to_owned(),
                lines: vec![("Phone".to_owned(), "+49 30 123456".to_owned())],
                buttons: vec![Button {
                    label: "Open".to_owned(),
                    url: "https://tandem.example.com/leads/1".to_owned(),
                }],
            }],
            more: 3,
            ..Message::default()
        }
    }

    #[test]
    fn a_room_of_slack_gets_blocks_in_which_a_name_mentions_nobody() {
        let sent: Value = serde_json::from_str(&slack(&message())).unwrap();
        assert_eq!(sent["text"], "A lead for you");
        let text = sent["blocks"][1]["text"]["text"].as_str().unwrap();
        assert!(text.starts_with("*Ann &lt;!channel&gt; &amp; "), "{text}");
        assert!(text.ends_with("\nPhone: +49 30 123456"), "{text}");
        let button = &sent["blocks"][2]["elements"][0];
        assert_eq!(button["url"], "https://tandem.example.com/leads/1");
        assert_eq!(button.get("action_id"), None, "it opens a page and does nothing");
        assert_eq!(sent["blocks"][3]["text"]["text"], "and 3 more");
    }

    #[test]
    fn a_room_of_teams_gets_a_card_in_which_a_name_is_no_link() {
        let sent: Value = serde_json::from_str(&teams(&message())).unwrap();
        let card = &sent["attachments"][0]["content"];
        assert_eq!((&card["type"], &card["version"]), (&json!("AdaptiveCard"), &json!("1.4")));
        let item = &card["body"][1]["items"];
        assert!(item[0]["text"].as_str().unwrap().contains(r"\[Co\]"), "{item}");
        assert_eq!(item[1]["facts"][0]["value"], "+49 30 123456");
        assert_eq!(item[2]["actions"][0]["type"], "Action.OpenUrl");
    }

    #[test]
    fn no_message_outgrows_what_rooms_take() {
        let item = message().items.remove(0);
        let long = Item { title: "x".repeat(9_000), ..item };
        let message = Message { items: vec![long; 40], ..message() };
        let sent: Value = serde_json::from_str(&slack(&message)).unwrap();
        let blocks = sent["blocks"].as_array().unwrap();
        assert!(blocks.len() <= 50);
        let letters =
            |block: &Value| block["text"]["text"].as_str().map_or(0, |t| t.chars().count());
        assert!(blocks.iter().all(|block| letters(block) <= 3_000));
        assert_eq!(blocks.last().unwrap()["text"]["text"], "and 31 more");
    }
}
