//! Email over SMTP.

use super::error::SendError;
use super::message::{Item, Message};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{Address, SmtpTransport, Transport};
use minijinja::{AutoEscape, Environment, Value, context};
use std::fmt;
use std::time::Duration;

/// A mail server, and who we are to it.
#[derive(Clone, PartialEq, Eq)]
pub struct MailSettings {
    /// The server's name.
    pub host: String,
    /// Its port: mostly 587 with STARTTLS, 465 with TLS, 25 without.
    pub port: u16,
    /// How the way to it is encrypted.
    pub encryption: Encryption,
    /// Who signs in, and with what; `None` to speak without signing in.
    pub sign_in: Option<(String, String)>,
    /// The address that messages come from, `Tandem <tandem@example.com>` or without a name.
    pub from: String,
}

/// How the way to a mail server is encrypted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Encryption {
    /// From the first byte.
    Tls,
    /// After asking the server for it; without it nothing is sent.
    #[default]
    StartTls,
    /// Not at all: only for a server on the same machine.
    None,
}

impl Encryption {
    /// Its word, as in the configuration.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tls => "tls",
            Self::StartTls => "starttls",
            Self::None => "none",
        }
    }

    /// The one of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Tls, Self::StartTls, Self::None].into_iter().find(|it| it.word() == word)
    }
}

impl fmt::Debug for MailSettings {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("MailSettings");
        shown.field("host", &self.host).field("port", &self.port);
        shown.field("encryption", &self.encryption).finish_non_exhaustive()
    }
}

/// The way to a mail server.
pub struct Mail {
    transport: SmtpTransport,
    from: Mailbox,
    templates: Environment<'static>,
}

impl fmt::Debug for Mail {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Mail").finish_non_exhaustive()
    }
}

impl Mail {
    /// How long each step of speaking to the server may take, in seconds.
    pub const SECONDS_MAX: u64 = 10;
    /// How many letters a subject has at most.
    const SUBJECT_LETTERS_MAX: usize = 200;

    /// Prepares the way; nothing is said to the server yet.
    ///
    /// # Errors
    /// When the sender's address is none, or TLS cannot be set up.
    pub fn new(settings: &MailSettings) -> Result<Self, SendError> {
        let from = settings.from.parse().map_err(|_| {
            let what =
                "the address that messages come from is none: write it as tandem@example.com";
            SendError::lasting(what)
        })?;
        let secured = || {
            TlsParameters::new(settings.host.clone())
                .map_err(|_| SendError::lasting("TLS to the mail server cannot be set up"))
        };
        let tls = match settings.encryption {
            Encryption::Tls => Tls::Wrapper(secured()?),
            Encryption::StartTls => Tls::Required(secured()?),
            Encryption::None => Tls::None,
        };
        let mut builder = SmtpTransport::builder_dangerous(&settings.host)
            .port(settings.port)
            .tls(tls)
            .timeout(Some(Duration::from_secs(Self::SECONDS_MAX)));
        if let Some((user, password)) = &settings.sign_in {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Self { transport: builder.build(), from, templates: templates() })
    }

    /// Sends a message to one address. Its name is its `Message-ID` too, so that a mail program
    /// which gets it twice can tell.
    ///
    /// # Errors
    /// When the server did not take it, or nobody knows.
    pub fn send(&self, to: &str, name: &str, message: &Message) -> Result<(), SendError> {
        let address: Address = to.parse().map_err(|_| {
            SendError::lasting("the recipient's address is none: correct it at the user")
        })?;
        let name = (!name.is_empty()).then(|| name.to_owned());
        let (text, html) = self.texts(message)?;
        let refused = || SendError::lasting("the message cannot be written as an email");
        let domain = self.from.email.domain();
        let mut email = lettre::Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(name, address))
            .subject(subject(&message.subject))
            .message_id(Some(format!("<{}@{domain}>", super::event_id(&message.key))))
            .date_now()
            .multipart(MultiPart::alternative_plain_html(text, html))
            .map_err(|_| refused())?;
        for (name, value) in
            [("X-Tandem-Key", message.key.as_str()), ("Auto-Submitted", "auto-generated")]
        {
            let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|_| refused())?;
            email.headers_mut().insert_raw(HeaderValue::new(name, value.to_owned()));
        }
        self.transport.send(&email).map(drop).map_err(|error| in_words(&error))
    }

    /// The message as text and as HTML.
    ///
    /// # Errors
    /// When a template cannot be filled in.
    pub fn texts(&self, message: &Message) -> Result<(String, String), SendError> {
        let filled = |name: &str| {
            let refused = |_| SendError::lasting("the template of messages cannot be filled in");
            self.templates
                .get_template(name)
                .and_then(|it| it.render(values(message)))
                .map_err(refused)
        };
        Ok((filled("message.txt")?, filled("message.html")?))
    }
}

fn templates() -> Environment<'static> {
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|name| match name.ends_with(".html") {
        true => AutoEscape::Html,
        false => AutoEscape::None,
    });
    let all = [
        ("message.txt", include_str!("templates/message.txt")),
        ("message.html", include_str!("templates/message.html")),
    ];
    for (name, text) in all {
        templates.add_template(name, text).expect("a template of ours");
    }
    templates
}

fn values(message: &Message) -> Value {
    let items: Vec<_> = message.items.iter().map(item).collect();
    context! {
        subject => message.subject.as_str(),
        intro => message.intro.as_str(),
        items => items,
        more => message.more,
        footer => message.footer.as_str(),
        footer_link => message.footer_link.as_str(),
    }
}

fn item(item: &Item) -> Value {
    let lines: Vec<_> = item
        .lines
        .iter()
        .map(|(name, said)| context! { name => name.as_str(), said => said.as_str() })
        .collect();
    let buttons: Vec<_> = item
        .buttons
        .iter()
        .map(|button| context! { label => button.label.as_str(), url => button.url.as_str() })
        .collect();
    context! { title => item.title.as_str(), lines => lines, buttons => buttons }
}

/// One line, of bounded length.
fn subject(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(Mail::SUBJECT_LETTERS_MAX).collect()
}

/// Without what the server said: it repeats addresses.
fn in_words(error: &SmtpError) -> SendError {
    if let Some(code) = error.status() {
        let what = format!("the mail server answered {code}");
        return match error.is_permanent() {
            true => SendError::lasting(format!("{what}: it will not take this message")),
            false => SendError::passing(what),
        };
    }
    if error.is_tls() {
        return SendError::passing(
            "the mail server's certificate is not trusted, or it offers no TLS",
        );
    }
    if error.is_timeout() {
        return SendError::unclear(format!(
            "the mail server did not answer within {} seconds",
            Mail::SECONDS_MAX
        ));
    }
    if error.is_client() {
        return SendError::passing(
            "the mail server does not offer what is needed: check encryption and sign-in",
        );
    }
    let source = std::error::Error::source(error);
    let io = source.and_then(|source| source.downcast_ref::<std::io::Error>());
    match io.map(std::io::Error::kind) {
        Some(std::io::ErrorKind::ConnectionRefused) => {
            SendError::passing("the mail server refuses connections: check host and port")
        }
        _ => SendError::unclear("the connection to the mail server broke off"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sending::Button;

    fn mail() -> Mail {
        Mail::new(&MailSettings {
            host: "mail.example.com".to_owned(),
            port: 25,
            encryption: Encryption::None,
            sign_in: None,
            from: "Tandem <tandem@example.com>".to_owned(),
        })
        .unwrap()
    }

    #[test]
    fn a_message_is_text_and_html_in_which_a_name_is_no_markup() {
        let message = Message {
            subject: "A lead for you".to_owned(),
            intro: "One thing.".to_owned(),
            items: vec![Item {
                title: "Ann <b>Example</b>".to_owned(),
                lines: vec![("Phone".to_owned(), "+49 30 123456".to_owned())],
                buttons: vec![Button {
                    label: "Open the lead".to_owned(),
                    url: "https://tandem.example.com/leads/1?a=1&b=2".to_owned(),
                }],
            }],
            footer: "You work this lead.".to_owned(),
            ..Message::default()
        };
        let (text, html) = mail().texts(&message).unwrap();
        assert_eq!(
            text,
            "One thing.\n\nAnn <b>Example</b>\n  Phone: +49 30 123456\n  Open the lead: \
             https://tandem.example.com/leads/1?a=1&b=2\n\n--\nYou work this lead.\n"
        );
        assert!(html.contains("Ann &lt;b&gt;Example&lt;&#x2f;b&gt;"), "{html}");
        assert!(!html.contains("<b>") && html.contains("+49 30 123456"), "{html}");
    }

    #[test]
    fn a_subject_is_one_line() {
        assert_eq!(subject("Ann\r\nBcc: eve@example.com"), "Ann Bcc: eve@example.com");
        assert_eq!(subject(&"x".repeat(500)).len(), 200);
    }

    #[test]
    fn an_address_that_is_none_is_refused_before_anything_is_said() {
        let refused = mail().send("not an address", "", &Message::default()).unwrap_err();
        assert!(refused.lasts && !refused.may_be_out);
        assert!(!refused.what.contains("not an address"), "{refused}");
    }
}
