//! Signing in at a real provider of OpenID Connect, through a real server.

mod browser;
mod scene;

use scene::Scene;
use serde_json::json;

#[test]
#[cfg_attr(not(oidc_provider), ignore = "no provider: run it under `bash scripts/oidc.sh run`")]
fn whoever_was_invited_comes_in_by_the_verified_address_and_then_by_the_account() {
    let scene = Scene::start(&json!({
        "rita": { "claims": { "email": "Rita@Example.com", "email_verified": true } },
        "rita-married": {
            "sub": "rita",
            "claims": { "email": "rita.other@example.com", "email_verified": true },
        },
        "impostor": { "claims": { "email": "rita@example.com", "email_verified": true } },
    }));
    scene.invite("rita@example.com");
    let mut browser = scene.browser();
    let me = browser.sign_in("rita").done();
    assert_eq!(me["user"]["email"], "rita@example.com");
    assert_eq!(me["user"]["role"], "rep");
    assert_eq!(browser.get("/api/v1/me").done()["user"], me["user"]);
    // Who they are is the account; the address may change, and with it nobody becomes another.
    let again = scene.browser().sign_in("rita-married").done();
    assert_eq!(again["user"]["id"], me["user"]["id"]);
    assert_eq!(again["user"]["email"], "rita@example.com");
    scene.browser().sign_in("impostor").is(403, "bound_otherwise");
    let noted = scene.audit();
    assert_eq!(
        noted,
        [
            ("", "session.refused"),
            ("rita", "session.started"),
            ("rita", "session.started"),
            ("rita", "user.bound"),
            ("rita", "user.joined"),
            ("Ada", "invitation.made"),
        ]
        .map(|(who, what)| (who.to_owned(), what.to_owned()))
    );
    scene.unbind(me["user"]["id"].as_str().unwrap());
    browser.get("/api/v1/me").is(401, "not_signed_in");
    let rebound = scene.browser().sign_in("impostor").done();
    assert_eq!(rebound["user"]["id"], me["user"]["id"]);
}

#[test]
#[cfg_attr(not(oidc_provider), ignore = "no provider: run it under `bash scripts/oidc.sh run`")]
fn nobody_comes_in_by_surprise() {
    let scene = Scene::start(&json!({
        "eve": { "claims": { "email": "eve@example.com", "email_verified": true } },
        "unverified": { "claims": { "email": "rita@example.com", "email_verified": false } },
        "unsaid": { "claims": { "email": "rita@example.com" } },
        "nameless": { "claims": {} },
        "stranger": { "claims": { "email": "rita@elsewhere.example", "email_verified": true } },
        "gone": { "claims": { "email": "gone@example.com", "email_verified": true } },
    }));
    for email in ["rita@example.com", "rita@elsewhere.example", "gone@example.com"] {
        scene.invite(email);
    }
    let users = scene.users();
    for (who, code) in [
        ("eve", "not_invited"),
        ("unverified", "email_not_verified"),
        ("unsaid", "email_not_verified"),
        ("nameless", "no_email"),
        ("stranger", "domain_not_allowed"),
    ] {
        let mut browser = scene.browser();
        browser.sign_in(who).is(403, code);
        browser.get("/api/v1/me").is(401, "not_signed_in");
    }
    assert_eq!(scene.users(), users, "nobody was made");
    let mut gone = scene.browser();
    let me = gone.sign_in("gone").done();
    scene.deactivate(me["user"]["id"].as_str().unwrap());
    gone.get("/api/v1/me").is(401, "not_signed_in");
    scene.browser().sign_in("gone").is(403, "deactivated");
}

#[test]
#[cfg_attr(not(oidc_provider), ignore = "no provider: run it under `bash scripts/oidc.sh run`")]
fn an_attempt_is_of_one_browser_and_made_for_one_token() {
    let scene = Scene::start(&json!({
        "rita": { "claims": { "email": "rita@example.com", "email_verified": true } },
    }));
    scene.invite("rita@example.com");
    // Another state than the one that was begun.
    let mut browser = scene.browser();
    let begun = browser.begin();
    let back = browser.visit_provider(&begun.replace("state=", "state=0"), "rita");
    browser.come_back(&back).is(401, "attempt_gone");
    // Another browser: one to which somebody handed the address that they came back with.
    let begun = browser.begin();
    let back = browser.visit_provider(&begun, "rita");
    scene.browser().come_back(&back).is(401, "attempt_gone");
    // A provider that speaks of another attempt, and one that is not ours.
    let mut other = back.clone();
    other["iss"] = json!("https://evil.example.com");
    browser.come_back(&other).is(401, "attempt_gone");
    browser.come_back(&back).done();
    browser.come_back(&back).is(401, "attempt_gone");
    // The provider signs another nonce, as it would for a token of another attempt.
    let begun = browser.begin();
    let back = browser.visit_provider(&begun.replace("nonce=", "nonce=0"), "rita");
    browser.come_back(&back).is(401, "token_not_valid");
    // The provider was told another challenge: who brings the code did not begin.
    let begun = browser.begin();
    let (head, rest) = begun.split_once("code_challenge=").unwrap();
    let (challenge, rest) = rest.split_once('&').unwrap();
    let turned: String = challenge.chars().rev().collect();
    let other = format!("{head}code_challenge={turned}&{rest}");
    let back = browser.visit_provider(&other, "rita");
    browser.come_back(&back).is(401, "code_not_taken");
    // A code that was used already.
    let begun = browser.begin();
    let mut back = browser.visit_provider(&begun, "rita");
    back["code"] = json!("0".repeat(43));
    browser.come_back(&back).is(401, "code_not_taken");
}

#[test]
#[cfg_attr(not(oidc_provider), ignore = "no provider: run it under `bash scripts/oidc.sh run`")]
fn the_ways_in_are_told_to_everybody_and_a_provider_that_is_gone_is_said_so() {
    let mut scene = Scene::start(&json!({ "rita": { "claims": {} } }));
    let ways = scene.browser().get("/api/v1/sign_in_ways").done();
    assert_eq!(ways, json!({ "password": true, "oidc": { "label": "Example account" } }));
    scene.stop_provider();
    let refused = scene.browser().post("/api/v1/session/oidc/attempts", &json!({}));
    refused.is(503, "provider_unreachable");
}
