//! What the description says of every operation alike, so that no handler has to repeat it.

use utoipa::openapi::path::Operation;
use utoipa::openapi::{Content, OpenApi, Ref, RefOr, Response, ResponseBuilder, Schema};

/// The media type of problems.
const PROBLEM: &str = "application/problem+json";

/// Names each operation, and says which problems any of its kind may answer with.
pub(super) fn complete(mut description: OpenApi) -> OpenApi {
    for (path, item) in &mut description.paths.paths {
        let words: Vec<_> = path
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty() && !matches!(*word, "api" | "v1"))
            .collect();
        let noun = words.join("_");
        let is_limited = path.starts_with("/api/");
        item.options.iter_mut().for_each(say_problems);
        for (method, operation) in [
            ("get", &mut item.get),
            ("post", &mut item.post),
            ("put", &mut item.put),
            ("patch", &mut item.patch),
            ("delete", &mut item.delete),
        ] {
            if let Some(operation) = operation {
                // So that no two are called the same.
                operation.operation_id = Some(format!("{method}_{noun}"));
                if is_limited {
                    add_problems(operation, method != "get");
                }
                say_problems(operation);
            }
        }
    }
    description
}

/// The problems that guards and extractors answer with before a handler is asked.
fn add_problems(operation: &mut Operation, is_write: bool) {
    let mut found = vec![
        ("429", "too many requests: `Retry-After` says how long to wait"),
        ("503", "not now: try again"),
    ];
    if operation.parameters.as_ref().is_some_and(|parameters| !parameters.is_empty()) {
        found.push(("422", "a parameter cannot be taken"));
    }
    if operation.request_body.is_some() {
        found.push(("413", "the body is too large"));
        found.push(("415", "the body is of another kind"));
        found.push(("422", "the body cannot be taken"));
    }
    if is_write {
        found.push(("403", "it is not allowed, or another site caused it"));
        found.push(("409", "the same request is being answered, or another state was expected"));
        found.push(("422", "the request or its key cannot be taken"));
        found.push(("507", "the disk is full"));
    }
    for (status, why) in found {
        let responses = &mut operation.responses.responses;
        responses.entry(status.to_owned()).or_insert_with(|| RefOr::T(problem(why)));
    }
}

fn problem(why: &str) -> Response {
    let schema: RefOr<Schema> = RefOr::Ref(Ref::from_schema_name("Problem"));
    ResponseBuilder::new().description(why).content(PROBLEM, Content::new(Some(schema))).build()
}

/// Problems go out under their own media type.
fn say_problems(operation: &mut Operation) {
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && status.as_str() >= "400"
            && let Some(content) = response.content.swap_remove("application/json")
        {
            response.content.insert(PROBLEM.to_owned(), content);
        }
    }
}
