//! Somebody with a browser, or a program with a token.

use crate::house::House;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

pub(crate) const PASSWORD: &str = "correct horse battery";

/// Somebody with a browser, or a program with a token.
pub(crate) struct Visitor<'h> {
    house: &'h House,
    pub(crate) cookie: Option<String>,
    pub(crate) token: Option<String>,
    /// Sent with every request.
    pub(crate) headers: Vec<(&'static str, &'static str)>,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Reply {
    pub(crate) fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    /// That it was refused so.
    pub(crate) fn is(&self, status: u16, code: &str) {
        assert_eq!((self.status.as_u16(), self.code()), (status, code), "{}", self.body);
    }

    /// That it was done.
    pub(crate) fn done(self) -> Value {
        assert!(self.status.is_success(), "{} {}", self.status, self.body);
        self.body
    }
}

impl<'h> Visitor<'h> {
    pub(crate) fn of(house: &'h House) -> Self {
        Self { house, cookie: None, token: None, headers: Vec::new() }
    }

    /// Whoever set the house up.
    pub(crate) async fn administrator(house: &'h House) -> Self {
        let link = house.served.make_setup_link().await.unwrap().unwrap();
        let link = link.strip_prefix("/setup#").unwrap();
        let mut ada = Self::of(house);
        let new = json!({ "link": link, "email": "ada@example.com", "name": "Ada Example",
                          "password": PASSWORD });
        ada.post("/api/v1/setup", &new).await.done();
        ada
    }

    /// Invites somebody, who comes in.
    pub(crate) async fn hire(&mut self, handle: &str, role: &str) -> Self {
        let (email, name) = (format!("{handle}@example.com"), format!("{handle} Example"));
        let new = json!({ "email": email, "name": name, "role": role });
        let made = self.post("/api/v1/invitations", &new).await.done();
        let link = made["url"].as_str().unwrap().split_once("/invitation#").unwrap().1.to_owned();
        let mut hired = Self::of(self.house);
        let comes = json!({ "link": link, "name": name, "password": PASSWORD });
        hired.post("/api/v1/invitations/acceptances", &comes).await.done();
        hired
    }

    pub(crate) async fn get(&mut self, address: &str) -> Reply {
        self.ask(Method::GET, address, None).await
    }

    pub(crate) async fn post(&mut self, address: &str, body: &Value) -> Reply {
        self.ask(Method::POST, address, Some(body)).await
    }

    pub(crate) async fn put(&mut self, address: &str, body: &Value) -> Reply {
        self.ask(Method::PUT, address, Some(body)).await
    }

    pub(crate) async fn patch(&mut self, address: &str, body: &Value) -> Reply {
        self.ask(Method::PATCH, address, Some(body)).await
    }

    pub(crate) async fn delete(&mut self, address: &str) -> Reply {
        self.ask(Method::DELETE, address, None).await
    }

    /// Asks, and keeps the cookie that is handed out.
    async fn ask(&mut self, method: Method, address: &str, body: Option<&Value>) -> Reply {
        let mut request = Request::builder().method(method).uri(address);
        request = request.header(header::HOST, "localhost:8080");
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        for (name, value) in &self.headers {
            request = request.header(*name, *value);
        }
        let request = match body {
            None => request.body(Body::empty()),
            Some(body) => request
                .header(header::CONTENT_TYPE, "application/json")
                .body(Body::from(body.to_string())),
        };
        let answer = self.house.router.clone().oneshot(request.unwrap()).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        if let Some(handed) = parts.headers.get(header::SET_COOKIE) {
            let pair = handed.to_str().unwrap().split(';').next().unwrap();
            self.cookie = (!pair.ends_with('=')).then(|| pair.to_owned());
        }
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Reply { status: parts.status, headers: parts.headers, body }
    }
}
