//! People are told by email, through a real mail server: aiosmtpd, which `scripts/smtp.sh` provides.

use connect::sending::{
    Button, Encryption, Http, Item, Mail, MailSettings, Message, Outside, Parcel, Reach,
};
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A mail server that prints what it takes, a line of JSON each.
struct Server {
    process: Child,
    said: BufReader<ChildStdout>,
    port: u16,
}

impl Server {
    /// Which takes mail of everybody, or of `rep` with the password `secret` only.
    fn start(signs_in: bool) -> Self {
        let python = std::env::var("TANDEM_TEST_SMTP").unwrap();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sending/server.py");
        let mut process = Command::new(python)
            .arg(script)
            .args(signs_in.then_some("--sign-in"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        Self { process, said, port: line.trim().parse().unwrap() }
    }

    fn next(&mut self) -> serde_json::Value {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    fn settings(&self) -> MailSettings {
        MailSettings {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            encryption: Encryption::None,
            sign_in: None,
            from: "Tandem <tandem@firm.example.com>".to_owned(),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _killed = self.process.kill();
        let _ended = self.process.wait();
    }
}

fn parcel(to: &str) -> Parcel {
    Parcel::Email {
        to: to.to_owned(),
        name: "Ana Rep".to_owned(),
        message: Message {
            key: "clock_broken/1/promise.first-touch/0>user-ana>email".to_owned(),
            subject: "Léa Buyer: promise “first-touch” is late".to_owned(),
            items: vec![Item {
                title: "Léa Buyer".to_owned(),
                lines: vec![("Phone".to_owned(), "+49 30 555 0199".to_owned())],
                buttons: vec![Button {
                    label: "Open the lead".to_owned(),
                    url: "https://tandem.example.com/leads/1".to_owned(),
                }],
            }],
            footer: "The lead is yours.".to_owned(),
            ..Message::default()
        },
    }
}

fn outside(settings: &MailSettings) -> Outside {
    Outside { mail: Some(Mail::new(settings).unwrap()), http: Http::new(Reach::World) }
}

#[test]
#[cfg_attr(not(smtp), ignore = "no mail server: run it under `bash scripts/smtp.sh run`")]
fn a_message_arrives_as_text_and_html_under_its_key() {
    let mut server = Server::start(false);
    let outside = outside(&server.settings());
    outside.send(&parcel("ana@firm.example.com")).unwrap();
    outside.send(&parcel("ana@firm.example.com")).unwrap();
    let (first, again) = (server.next(), server.next());
    assert_eq!(first["to"], "ana@firm.example.com");
    assert_eq!(first["subject"], "Léa Buyer: promise “first-touch” is late");
    assert_eq!(first["key"], "clock_broken/1/promise.first-touch/0>user-ana>email");
    assert_eq!(first["auto"], "auto-generated", "so that no machine answers");
    assert!(first["id"].as_str().unwrap().ends_with("@firm.example.com>"), "{}", first["id"]);
    assert_eq!(first["id"], again["id"], "a mail program can tell that it has it twice");
    let text = first["text"].as_str().unwrap();
    assert!(text.contains("Phone: +49 30 555 0199"), "{text}");
    let html = first["html"].as_str().unwrap();
    assert!(
        html.contains(r#"href="https://tandem.example.com/leads/1""#)
            || html.contains("https:&#x2f;&#x2f;tandem"),
        "{html}"
    );
}

#[test]
#[cfg_attr(not(smtp), ignore = "no mail server: run it under `bash scripts/smtp.sh run`")]
fn who_must_sign_in_does_and_a_wrong_password_is_not_repeated() {
    let mut server = Server::start(true);
    let sign_in = |password: &str| Some(("rep".to_owned(), password.to_owned()));
    let right = MailSettings { sign_in: sign_in("secret"), ..server.settings() };
    outside(&right).send(&parcel("ana@firm.example.com")).unwrap();
    assert_eq!(server.next()["to"], "ana@firm.example.com");
    let wrong = MailSettings { sign_in: sign_in("no-such-password"), ..server.settings() };
    let error = outside(&wrong).send(&parcel("ana@firm.example.com")).unwrap_err();
    assert!(error.to_string().contains("535"), "{error}");
    assert!(!error.to_string().contains("no-such-password"), "{error}");
    let none = outside(&server.settings()).send(&parcel("ana@firm.example.com")).unwrap_err();
    assert!(none.to_string().contains("530"), "{none}");
}

#[test]
#[cfg_attr(not(smtp), ignore = "no mail server: run it under `bash scripts/smtp.sh run`")]
fn what_the_server_refuses_is_told_without_the_address() {
    let server = Server::start(false);
    let outside = outside(&server.settings());
    let gone = outside.send(&parcel("gone@firm.example.com")).unwrap_err();
    assert!(gone.lasts && gone.to_string().contains("550"), "{gone}");
    assert!(!gone.to_string().contains("gone@"), "{gone}");
    let later = outside.send(&parcel("later@firm.example.com")).unwrap_err();
    assert!(!later.lasts && later.to_string().contains("451"), "{later}");
}

#[test]
#[cfg_attr(not(smtp), ignore = "no mail server: run it under `bash scripts/smtp.sh run`")]
fn nothing_is_sent_in_the_clear_where_encryption_is_asked_for() {
    let server = Server::start(false);
    for encryption in [Encryption::StartTls, Encryption::Tls] {
        let settings = MailSettings { encryption, ..server.settings() };
        let error = outside(&settings).send(&parcel("ana@firm.example.com")).unwrap_err();
        assert!(!error.lasts, "{error}");
    }
}

#[test]
fn a_server_that_is_not_there_is_tried_again_later() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let settings = MailSettings {
        host: "127.0.0.1".to_owned(),
        port: free,
        encryption: Encryption::None,
        sign_in: None,
        from: "tandem@firm.example.com".to_owned(),
    };
    let error = outside(&settings).send(&parcel("ana@firm.example.com")).unwrap_err();
    assert!(!error.lasts && !error.may_be_out, "{error:?}");
    let none = Outside { mail: None, http: Http::new(Reach::World) };
    assert!(!none.send(&parcel("ana@firm.example.com")).unwrap_err().lasts);
}
