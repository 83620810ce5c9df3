//! The description of the API as a page to read: no script, nothing from elsewhere.

use axum::http::header;
use axum::response::IntoResponse;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt::Write;

const STYLE: &str = include_str!("../../assets/api.css");
const REFERENCE: &str = "#/components/schemas/";
const METHODS: [&str; 6] = ["get", "post", "put", "patch", "delete", "options"];

/// How the page looks.
pub(super) async fn style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE)
}

/// The page of a description.
pub(super) fn page(description: &Value) -> String {
    let mut tags: BTreeMap<&str, String> = BTreeMap::new();
    for (path, item) in members(&description["paths"]) {
        for method in METHODS {
            if let Some(operation) = item.get(method) {
                let tag = operation["tags"][0].as_str().unwrap_or("more");
                tags.entry(tag).or_default().push_str(&told(method, path, operation));
            }
        }
    }
    let links = tags.keys().map(|tag| format!("<a href=\"#{0}\">{0}</a> ", plain(tag)));
    let links = links.collect::<String>();
    let sections = tags.iter().map(|(tag, operations)| {
        let tag = plain(tag);
        format!("<section id=\"{tag}\"><h2>{tag}</h2>{operations}</section>\n")
    });
    let sections = sections.collect::<String>();
    let documents = members(&description["components"]["schemas"]);
    let documents = documents.map(|(name, schema)| document(name, schema)).collect::<String>();
    let says = text(&description["info"]["description"]);
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>The API of Tandem</title><link rel=\"stylesheet\" href=\"/api/style.css\"></head>\
         <body><header><h1>The API of Tandem</h1><p>{says}</p>\
         <p>Send a token as <code>Authorization: Bearer …</code>; whoever is signed in makes one \
         with <code>POST /api/v1/tokens</code>. For programs: \
         <a href=\"/api/v1/openapi.json\">OpenAPI 3.1</a>.</p></header>\n\
         <nav aria-label=\"Parts\">{links}<a href=\"#documents\">documents</a></nav>\n<main>\
         {sections}<section id=\"documents\"><h2>documents</h2>{documents}</section></main>\
         </body></html>\n"
    )
}

/// An operation: what it does, takes and answers.
fn told(method: &str, path: &str, operation: &Value) -> String {
    let id = plain(operation["operationId"].as_str().unwrap_or_default());
    let (summary, says) = (text(&operation["summary"]), text(&operation["description"]));
    let mut told = format!(
        "<details id=\"{id}\"><summary><code class=\"{method}\">{}</code> <code>{}</code> \
         {summary}</summary><p>{says}</p>",
        method.to_uppercase(),
        plain(path),
    );
    let parameters = operation["parameters"].as_array().map_or(&[][..], Vec::as_slice);
    let parameters = parameters.iter().map(|it| {
        let place = plain(it["in"].as_str().unwrap_or_default());
        let name = it["name"].as_str().unwrap_or_default();
        let needed = it["required"].as_bool() == Some(true);
        row(name, &format!("{}, {place}", kind(&it["schema"])), needed, &it["description"])
    });
    table(&mut told, "Parameters", &parameters.collect::<String>());
    let body = members(&operation["requestBody"]["content"]);
    let body = body.map(|(media, content)| {
        format!("<p>Body: {} ({})</p>", kind(&content["schema"]), plain(media))
    });
    told.extend(body);
    let answers = members(&operation["responses"]).map(|(status, answer)| {
        let mut shapes = members(&answer["content"]).map(|(_, content)| kind(&content["schema"]));
        let shape = shapes.next().unwrap_or_else(|| "nothing".to_owned());
        row(status, &shape, true, &answer["description"])
    });
    table(&mut told, "Answers", &answers.collect::<String>());
    told + "</details>\n"
}

/// A document: its fields.
fn document(name: &str, schema: &Value) -> String {
    let name = plain(name);
    let says = text(&schema["description"]);
    let mut told =
        format!("<details id=\"document-{name}\"><summary><code>{name}</code> {says}</summary>");
    let required = schema["required"].as_array().map_or(&[][..], Vec::as_slice);
    let fields = members(&schema["properties"]).map(|(field, shape)| {
        let needed = required.iter().any(|it| it == field);
        row(field, &kind(shape), needed, &shape["description"])
    });
    table(&mut told, "Fields", &fields.collect::<String>());
    told + "</details>\n"
}

fn table(told: &mut String, name: &str, rows: &str) {
    if !rows.is_empty() {
        // Writing to a text never fails.
        let _written = write!(told, "<h3>{name}</h3><table>{rows}</table>");
    }
}

fn row(name: &str, shape: &str, needed: bool, says: &Value) -> String {
    let needed = if needed { "" } else { ", may be absent" };
    let (name, says) = (plain(name), text(says));
    format!(
        "<tr><th scope=\"row\"><code>{name}</code></th><td>{shape}{needed}</td><td>{says}</td></tr>"
    )
}

/// What a value is, in words, with a link where it is a document.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|it| it.strip_prefix(REFERENCE)) {
        let name = plain(name);
        return format!("<a href=\"#document-{name}\">{name}</a>");
    }
    if let Some(either) = schema["oneOf"].as_array() {
        return either.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    match &schema["type"] {
        Value::String(word) if word == "array" => format!("list of {}", kind(&schema["items"])),
        Value::String(word) => plain(word),
        Value::Array(words) => {
            let words = words.iter().filter_map(Value::as_str);
            let words = words.map(|word| match word {
                "array" => format!("list of {}", kind(&schema["items"])),
                word => plain(word),
            });
            words.collect::<Vec<_>>().join(" or ")
        }
        _ => "any value".to_owned(),
    }
}

fn members(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter).map(|(name, value)| (name.as_str(), value))
}

/// A text for people: what stands between backticks is code.
fn text(value: &Value) -> String {
    let parts = value.as_str().unwrap_or_default().split('`').enumerate();
    let parts = parts.map(|(index, part)| match index % 2 {
        1 => format!("<code>{}</code>", plain(part)),
        _ => plain(part),
    });
    parts.collect()
}

/// Without a meaning of its own in HTML.
fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
