//! `/api`: the description as a page.

use crate::house::House;
use axum::http::StatusCode;

#[tokio::test]
async fn the_page_tells_every_operation_and_document_and_needs_nothing_else() {
    let house = House::with_leads(2);
    let page = house.get(None, "/api").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.kind.starts_with("text/html"), "{}", page.kind);
    let description = serde_json::to_value(server::description()).unwrap();
    for (path, item) in description["paths"].as_object().unwrap() {
        assert!(page.text.contains(&format!("<code>{path}</code>")), "{path}");
        for operation in item.as_object().unwrap().values() {
            let id = operation["operationId"].as_str().unwrap();
            assert!(page.text.contains(&format!("<details id=\"{id}\">")), "{id}");
        }
    }
    let documents = description["components"]["schemas"].as_object().unwrap();
    for name in documents.keys() {
        assert!(page.text.contains(&format!("<details id=\"document-{name}\">")), "{name}");
    }
    // Each link of the page leads to a place of it.
    for link in page.text.split("href=\"#").skip(1) {
        let place = link.split('"').next().unwrap();
        assert!(page.text.contains(&format!(" id=\"{place}\"")), "{place} is nowhere");
    }
    for unwanted in ["<script", " style=", " src=", "href=\"http"] {
        assert!(!page.text.contains(unwanted), "{unwanted}");
    }
    assert!(
        page.headers["content-security-policy"].to_str().unwrap().contains("default-src 'self'")
    );
    let style = house.get(None, "/api/style.css").await;
    assert_eq!((style.status, style.kind.as_str()), (StatusCode::OK, "text/css; charset=utf-8"));
}
