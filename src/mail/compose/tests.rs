//! Stories about whole mails: headers, parts, and what makes none.

use chrono::DateTime;
use mail_parser::{HeaderValue, MessageParser, MimeHeaders as _};

use super::*;

fn links() -> PersonalLinks {
    let link = |page| Url::parse(&format!("https://duif.example/s/T0ken_-{page}/?a=1&b='2'")).unwrap();
    PersonalLinks { unsubscribe: link("u"), preferences: link("p"), confirm: link("c"), address: link("a") }
}

fn content() -> MailContent {
    let page = |link: PersonalLink| link.placeholder();
    MailContent {
        subject: "Rugpijn: één week bewegen".to_owned(),
        html: format!(
            "<p>Café &amp; zo, een lange zin over bewegen en rusten zonder einde.</p>\n<a href=\"{}\">uit</a> <a href=\"{}\">in</a>",
            page(PersonalLink::Unsubscribe),
            page(PersonalLink::Preferences)
        ),
        text: format!(
            "Café\n.punt\nUit: {}\nKies: {}",
            page(PersonalLink::Unsubscribe),
            page(PersonalLink::Preferences)
        ),
    }
}

fn sender() -> Sender {
    let address: Address = "post@duif.example".parse().unwrap();
    Sender { from: Mailbox { name: "De Duif".to_owned(), address }, reply_to: None, bounces: None }
}

fn list(name: &str) -> List {
    let base = Url::parse("https://duif.example/blog").unwrap();
    List::new(name, &"nl".parse().unwrap(), &"nl".parse().unwrap(), &base, "7").unwrap()
}

fn compose(content: &MailContent, kind: Kind<'_>, address: &str, name: &str) -> Result<ComposedMail, Error> {
    compose_to_leave(content, kind, address, name, None)
}

/// The same with an address by which one can leave.
fn compose_to_leave(
    content: &MailContent,
    kind: Kind<'_>,
    address: &str,
    name: &str,
    leave: Option<&Address>,
) -> Result<ComposedMail, Error> {
    let mail = CohortMail::new(&sender(), &"nl".parse().unwrap(), kind, content)?;
    let date = DateTime::from_timestamp_millis(1_795_334_400_000).unwrap();
    mail.compose_mail(&Recipient { address, name, links: &links(), message_id: "7.42", leave, date, asked_on: None })
}

fn composed(content: &MailContent) -> ComposedMail {
    compose(content, Kind::Newsletter(&list("De Duif")), "an@example.org", "An Peeters").unwrap()
}

/// The names of the top-level fields, in order, as a strict reader sees them.
fn field_names(mail: &ComposedMail) -> Vec<String> {
    let text = String::from_utf8(mail.bytes.clone()).unwrap();
    let head = text.split("\r\n\r\n").next().unwrap();
    let fields = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    fields.map(|line| line.split(':').next().unwrap().to_owned()).collect()
}

fn assert_sound(mail: &ComposedMail) {
    for line in mail.bytes.split(|b| *b == b'\n') {
        assert!(line.len() <= 998, "a line of {} bytes", line.len());
    }
    for (at, byte) in mail.bytes.iter().enumerate() {
        match byte {
            b'\n' => assert_eq!(mail.bytes[at - 1], b'\r', "a bare LF at {at}"),
            b'\r' => assert_eq!(mail.bytes[at + 1], b'\n', "a bare CR at {at}"),
            b'\t' => {}
            byte => assert!((0x20..0x7f).contains(byte), "byte {byte:#x} at {at}"),
        }
    }
}

#[test]
fn a_reader_gets_back_what_was_written() {
    let mail = composed(&content());
    assert_sound(&mail);
    let read = MessageParser::default().parse(&mail.bytes).unwrap();
    assert_eq!(read.subject(), Some("Rugpijn: één week bewegen"));
    assert_eq!(read.message_id(), Some("7.42@duif.example"));
    assert_eq!(read.from().unwrap().first().unwrap().address(), Some("post@duif.example"));
    assert_eq!(read.to().unwrap().first().unwrap().name(), Some("An Peeters"));
    assert_eq!(read.date().unwrap().to_timestamp(), 1_795_334_400);
    let text = read.body_text(0).unwrap();
    assert_eq!(
        text.trim_end().replace("\r\n", "\n"),
        "Café\n.punt\nUit: https://duif.example/s/T0ken_-u/?a=1&b=%272%27\nKies: https://duif.example/s/T0ken_-p/?a=1&b=%272%27"
    );
    let html = read.body_html(0).unwrap();
    assert!(html.contains(r#"<a href="https://duif.example/s/T0ken_-u/?a=1&amp;b=%272%27">uit</a>"#), "{html}");
    assert!(html.contains("Café &amp; zo"), "{html}");
}

#[test]
fn the_text_part_stands_before_the_html_part() {
    let mail = composed(&content());
    let read = MessageParser::default().parse(&mail.bytes).unwrap();
    assert!(read.is_content_type("multipart", "alternative"));
    assert!(read.parts[1].is_content_type("text", "plain"));
    assert!(read.parts[2].is_content_type("text", "html"));
    assert_eq!(read.parts.len(), 3);
}

#[test]
fn a_newsletter_can_be_left_by_mail_where_somebody_reads_it() {
    let ways = |leave: &str| {
        let (leave, kind) = (leave.parse().unwrap(), Kind::Newsletter(&list("De Duif")));
        let mail = compose_to_leave(&content(), kind, "an@example.org", "", Some(&leave)).unwrap();
        assert_sound(&mail);
        let read = MessageParser::default().parse(&mail.bytes).unwrap();
        read.header_raw("List-Unsubscribe").unwrap().trim().to_owned()
    };
    let by_link = "<https://duif.example/s/T0ken_-u/?a=1&b=%272%27>";
    let by_mail = "<mailto:bounces+42-abcdefgh@duif.example?subject=unsubscribe>";
    assert_eq!(ways("bounces+42-abcdefgh@duif.example"), format!("{by_link},\r\n {by_mail}"));
    assert!(ways("a%b&c=d+42@duif.example").ends_with("<mailto:a%25b%26c%3Dd+42@duif.example?subject=unsubscribe>"));
    let kind = Kind::Administrative;
    let leave = "bounces@duif.example".parse().unwrap();
    let letter = compose_to_leave(&content(), kind, "an@example.org", "", Some(&leave)).unwrap();
    assert!(!field_names(&letter).contains(&"List-Unsubscribe".to_owned()));
}

#[test]
fn a_newsletter_can_be_left_with_one_click_and_says_what_it_is() {
    let mail = composed(&content());
    let read = MessageParser::default().parse(&mail.bytes).unwrap();
    let field = |name: &str| read.header_raw(name).unwrap_or_default().trim().to_owned();
    assert_eq!(field("List-Unsubscribe"), "<https://duif.example/s/T0ken_-u/?a=1&b=%272%27>");
    assert_eq!(field("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    assert_eq!(field("List-Id"), "De Duif <nl.duif.example>");
    assert_eq!(field("List-Archive"), "<https://duif.example/blog/nl/issues/>");
    assert_eq!(field("List-Subscribe"), "<https://duif.example/blog/nl/subscribe>");
    assert_eq!(field("List-Help"), "<https://duif.example/blog/nl/subscribe>");
    assert_eq!(field("Feedback-ID"), "7:nl:digest:duifexample");
    assert_eq!(field("Content-Language"), "nl");
    assert_eq!(field("X-Auto-Response-Suppress"), "OOF, AutoReply");
    assert_eq!(field("MIME-Version"), "1.0");
    assert!(read.header("Auto-Submitted").is_none());
}

#[test]
fn a_list_on_a_bare_number_has_a_name_that_nobody_owns() {
    let locale = "ar".parse().unwrap();
    for (base, id) in [
        ("http://127.0.0.1:8080/", "ar.localhost"),
        ("http://[::1]/", "ar.localhost"),
        ("http://localhost/", "ar.localhost"),
        ("https://duif.example/", "ar.duif.example"),
    ] {
        let list = List::new("Duif", &locale, &locale, &base.parse().unwrap(), "1").unwrap();
        assert_eq!(list.id, id, "{base}");
    }
}

#[test]
fn administrative_mail_is_no_newsletter_and_repeats_nobodys_words() {
    let mail = compose(&content(), Kind::Administrative, "an@example.org", "Buy now").unwrap();
    let read = MessageParser::default().parse(&mail.bytes).unwrap();
    assert_eq!(read.header_raw("Auto-Submitted").unwrap().trim(), "auto-generated");
    assert!(read.headers().iter().all(|field| !field.name().starts_with("List-")));
    assert_eq!(read.to().unwrap().first().unwrap().name(), None);
}

#[test]
fn each_field_is_there_once() {
    let mut names = field_names(&composed(&content()));
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn no_control_character_in_any_field_makes_a_new_header() {
    let expected = field_names(&composed(&content()));
    for control in ('\0'..'\u{a0}').filter(|c| c.is_control()).chain(['\u{2028}', '\u{2029}']) {
        for attack in [
            format!("a{control}Bcc: eve@example.org"),
            format!("\r{control}\nBcc: e@x\r\n\r\nboo"),
            control.to_string(),
        ] {
            let subject = MailContent { subject: attack.clone(), ..content() };
            let mail = composed(&subject);
            assert_sound(&mail);
            assert_eq!(field_names(&mail), expected, "subject {attack:?}");

            let mail = compose(&content(), Kind::Newsletter(&list(&attack)), "an@example.org", &attack).unwrap();
            assert_sound(&mail);
            assert_eq!(field_names(&mail), expected, "names {attack:?}");

            let from = Sender { from: Mailbox { name: attack.clone(), ..sender().from }, ..sender() };
            let cohort =
                CohortMail::new(&from, &"nl".parse().unwrap(), Kind::Newsletter(&list("x")), &content()).unwrap();
            let recipient = |address: &str, message_id: &str| {
                cohort.compose_mail(&Recipient {
                    address,
                    name: "",
                    links: &links(),
                    message_id,
                    leave: None,
                    date: DateTime::UNIX_EPOCH,
                    asked_on: None,
                })
            };
            let mail = recipient("an@example.org", "a").unwrap();
            assert_sound(&mail);
            assert_eq!(field_names(&mail), expected, "from {attack:?}");
            assert!(recipient("an@example.org", &attack).is_err(), "id {attack:?}");
            for address in [
                format!("{attack}@example.org"),
                format!("an@{attack}"),
                format!("an@example.org{attack}"),
                format!("\"{attack}\"@example.org"),
            ] {
                if let Ok(mail) = recipient(&address, "a") {
                    assert_eq!(field_names(&mail), expected, "address {address:?}");
                    assert!(!mail.to.to_string().contains(control), "address {address:?}");
                }
            }
            let body = MailContent { html: attack.clone(), text: attack.clone(), ..content() };
            let mail = composed(&body);
            assert_sound(&mail);
            assert_eq!(field_names(&mail), expected, "body {attack:?}");
        }
    }
}

#[test]
fn long_unbroken_texts_and_links_stay_under_the_line_limit() {
    let arabic = "آلام".repeat(600);
    let url = format!("https://duif.example/{}", "x".repeat(3_000));
    let content = MailContent {
        subject: arabic.clone(),
        html: format!("<a href=\"{url}\">{arabic}</a>"),
        text: format!("{arabic}\n{url}"),
    };
    let mail = compose(&content, Kind::Newsletter(&list(&arabic)), "an@example.org", &arabic).unwrap();
    assert_sound(&mail);
    let read = MessageParser::default().parse(&mail.bytes).unwrap();
    assert_eq!(read.subject(), Some(arabic.as_str()));
    assert!(read.body_text(0).unwrap().contains(&url));
    let ascii = MailContent { subject: "x".repeat(5_000), ..content };
    assert_sound(&composed(&ascii));
}

#[test]
fn two_mails_of_a_cohort_differ_in_personal_places_only() {
    let cohort =
        CohortMail::new(&sender(), &"nl".parse().unwrap(), Kind::Newsletter(&list("De Duif")), &content()).unwrap();
    let mail = |address, name, token: &str, message_id| {
        let link = |page| Url::parse(&format!("https://duif.example/s/{token}/{page}")).unwrap();
        let links =
            PersonalLinks { unsubscribe: link("u"), preferences: link("p"), confirm: link("c"), address: link("a") };
        let recipient = Recipient {
            address,
            name,
            links: &links,
            message_id,
            leave: None,
            date: DateTime::UNIX_EPOCH,
            asked_on: None,
        };
        String::from_utf8(cohort.compose_mail(&recipient).unwrap().bytes).unwrap()
    };
    let one = mail("an@example.org", "An", "AAAA", "1");
    let other = mail("jo@example.org", "Jo", "BBBB", "2");
    assert_eq!(one.lines().count(), other.lines().count());
    for (a, b) in one.lines().zip(other.lines()).filter(|(a, b)| a != b) {
        let personal = a.starts_with("To: ") || a.starts_with("Message-ID: ") || a.replace("AAAA", "BBBB") == b;
        assert!(personal, "{a:?} against {b:?}");
    }
}

#[test]
fn what_is_spliced_in_is_never_looked_at_again() {
    let sly = format!("{} {}", PersonalLink::Preferences.placeholder(), PersonalLink::Confirm.placeholder());
    let mail = compose(&content(), Kind::Newsletter(&list("De Duif")), "an@example.org", &sly).unwrap();
    let read = MessageParser::default().parse(&mail.bytes).unwrap();
    assert!(read.to().unwrap().first().unwrap().name().unwrap().contains("preferences.personal.invalid"));
}

#[test]
fn an_international_domain_is_sent_as_a_labels() {
    let mail = compose(&content(), Kind::Newsletter(&list("x")), "an@münchen.example", "").unwrap();
    assert_eq!(mail.to.to_string(), "an@xn--mnchen-3ya.example");
    assert_sound(&mail);
    let mail = compose(&content(), Kind::Newsletter(&list("x")), "pelé@münchen.example", "").unwrap();
    assert_eq!(mail.to.to_string(), "pelé@xn--mnchen-3ya.example");
}

#[test]
fn what_cannot_be_mailed_to_is_an_error() {
    for bad in
        ["", "an", "@example.org", "an@", "an@@example.org", "an@[127.0.0.1]", "an@exa mple.org", "a b@example.org"]
    {
        assert_eq!(compose(&content(), Kind::Newsletter(&list("x")), bad, "").unwrap_err(), Error::Address, "{bad:?}");
    }
}

#[test]
fn a_link_too_long_for_its_header_is_an_error() {
    let long = Url::parse(&format!("https://duif.example/{}", "x".repeat(1_000))).unwrap();
    assert!(List::new("x", &"nl".parse().unwrap(), &"nl".parse().unwrap(), &long, "1").is_err());
}

#[test]
fn every_part_is_utf_8() {
    let mail = composed(&content());
    let read = MessageParser::default().parse(&mail.bytes).unwrap();
    for part in &read.parts[1..] {
        let Some(HeaderValue::ContentType(media)) =
            part.headers.iter().find(|field| field.name() == "Content-Type").map(|field| &field.value)
        else {
            panic!("a part without Content-Type");
        };
        assert_eq!(media.attribute("charset"), Some("utf-8"));
        assert!(part.content_transfer_encoding().is_some());
    }
}
