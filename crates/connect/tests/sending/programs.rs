//! Programs and rooms are told over HTTP.

use connect::sending::{Http, Item, Message, Outside, Parcel, Reach, SendError, signature};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};

/// A request as it arrived: its headers in small letters, and its body.
struct Request {
    headers: Vec<(String, String)>,
    body: String,
}

impl Request {
    fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }
}

/// Answers with each of these in turn; returns its address and what arrives.
fn receiver(answers: &'static [&'static str]) -> (String, Receiver<Request>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/hook", listener.local_addr().unwrap());
    let (arrived, arrives) = channel();
    std::thread::spawn(move || {
        for answer in answers {
            let (mut stream, _) = listener.accept().unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut headers, mut line) = (Vec::new(), String::new());
            while reader.read_line(&mut line).unwrap() > 2 {
                if let Some((name, value)) = line.trim().split_once(": ") {
                    headers.push((name.to_lowercase(), value.to_owned()));
                }
                line.clear();
            }
            let mut request = Request { headers, body: String::new() };
            let mut body = vec![0; request.header("content-length").parse().unwrap_or(0)];
            reader.read_exact(&mut body).unwrap();
            request.body = String::from_utf8(body).unwrap();
            stream.write_all(answer.as_bytes()).unwrap();
            arrived.send(request).unwrap();
        }
    });
    (address, arrives)
}

fn outside(reach: Reach) -> Outside {
    Outside { mail: None, http: Http::new(reach) }
}

fn program(url: &str) -> Parcel {
    Parcel::Program {
        url: url.to_owned(),
        secrets: vec![vec![1; 32], vec![2; 32]],
        id: "msg_1".to_owned(),
        sent_at_seconds: 1_772_442_000,
        body: r#"{"type":"test"}"#.to_owned(),
    }
}

fn refused(url: &str, reach: Reach) -> SendError {
    outside(reach).send(&program(url)).unwrap_err()
}

const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

#[test]
fn a_program_gets_a_signed_event_under_its_id() {
    let (address, arrives) = receiver(&[OK]);
    outside(Reach::Anywhere).send(&program(&address)).unwrap();
    let request = arrives.recv().unwrap();
    assert_eq!(request.body, r#"{"type":"test"}"#);
    assert_eq!(request.header("content-type"), "application/json");
    assert_eq!(request.header("webhook-id"), "msg_1");
    assert_eq!(request.header("webhook-timestamp"), "1772442000");
    let sign = |secret: &[u8]| signature(secret, "msg_1", 1_772_442_000, &request.body);
    let both = format!("{} {}", sign(&[1; 32]), sign(&[2; 32]));
    assert_eq!(request.header("webhook-signature"), both);
}

#[test]
fn what_failed_arrives_the_next_time_under_the_same_id() {
    const FAILING: &str = "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n";
    let (address, arrives) = receiver(&[FAILING, FAILING, OK]);
    let outside = outside(Reach::Anywhere);
    for _ in 0..2 {
        let error = outside.send(&program(&address)).unwrap_err();
        assert_eq!(error.to_string(), "the receiver answered 503");
        assert!(!error.lasts && !error.may_be_out);
    }
    outside.send(&program(&address)).unwrap();
    let ids: Vec<_> = arrives.iter().map(|it| it.header("webhook-id").to_owned()).collect();
    assert_eq!(ids, ["msg_1"; 3]);
}

#[test]
fn the_servers_own_network_is_not_reached_unless_allowed() {
    let (address, arrives) = receiver(&[OK]);
    let error = refused(&address, Reach::World);
    assert!(error.lasts && error.to_string().contains("own network"), "{error}");
    let by_name = address.replace("127.0.0.1", "localhost");
    let error = refused(&by_name, Reach::World);
    assert!(error.to_string().contains("own network"), "by what a name resolves to: {error}");
    assert!(arrives.try_recv().is_err(), "nothing arrived");
}

#[test]
fn redirects_are_not_followed() {
    const ELSEWHERE: &str = "HTTP/1.1 307 Temporary Redirect\r\nlocation: http://127.0.0.1:1/\r\n\
                     content-length: 0\r\n\r\n";
    let (address, _arrives) = receiver(&[ELSEWHERE]);
    let error = refused(&address, Reach::Anywhere);
    assert!(error.lasts && error.to_string().contains("redirects"), "{error}");
}

#[test]
fn a_receiver_that_is_gone_is_given_up_and_one_that_hangs_up_may_have_it() {
    let (address, _arrives) = receiver(&["HTTP/1.1 410 Gone\r\ncontent-length: 0\r\n\r\n"]);
    assert!(refused(&address, Reach::Anywhere).lasts);
    let (address, _arrives) = receiver(&[""]);
    let error = refused(&address, Reach::Anywhere);
    assert!(error.may_be_out && !error.lasts, "{error}");
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let error = refused(&format!("http://{closed}/secret-part"), Reach::Anywhere);
    assert!(!error.may_be_out && !error.lasts, "{error}");
    assert!(!error.to_string().contains("secret-part"), "{error}");
}

#[test]
fn a_room_gets_what_it_can_show() {
    let (address, arrives) = receiver(&[OK, OK]);
    let message = Message {
        subject: "A lead for you".to_owned(),
        items: vec![Item { title: "Lea Buyer".to_owned(), ..Item::default() }],
        ..Message::default()
    };
    let outside = outside(Reach::Anywhere);
    outside.send(&Parcel::Slack { url: address.clone(), message: message.clone() }).unwrap();
    outside.send(&Parcel::Teams { url: address, message }).unwrap();
    let sent: Vec<serde_json::Value> =
        arrives.iter().map(|request| serde_json::from_str(&request.body).unwrap()).collect();
    assert_eq!(sent[0]["blocks"][0]["text"]["text"], "A lead for you");
    assert_eq!(sent[1]["attachments"][0]["content"]["type"], "AdaptiveCard");
}
