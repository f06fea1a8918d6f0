//! What DNS records say about mail, and what is to be published where they say too little.

use std::net::IpAddr;

use mail_auth::SpfResult;
use url::{Host, Url};

use super::Finding;
use crate::mail::DkimRecord;

/// A text in a TXT record has at most so many bytes (RFC 1035 section 3.3.14); a longer one is written in pieces.
const LONGEST_TEXT: usize = 255;

/// Mechanisms of SPF that make whoever verifies ask the DNS; more than this many are an error for them
/// (RFC 7208 section 4.6.4).
const MOST_LOOKUPS: usize = 10;

/// A TXT record as zone files have it.
pub fn txt_record(name: &str, text: &str) -> String {
    let bytes = text.as_bytes().chunks(LONGEST_TEXT);
    let pieces: Vec<_> = bytes.map(|piece| format!("\"{}\"", String::from_utf8_lossy(piece))).collect();
    format!("{name}. TXT {}", pieces.join(" "))
}

/// Whether mail can be from this address at all.
pub fn judge_sender(domain: &str) -> Finding {
    if domain.ends_with(".localdomain") || domain.ends_with(".localhost") || !domain.contains('.') {
        return Finding::wrong("sender", format!("mail is from an address at {domain}, which nobody can answer"))
            .remedy("set `mail.from` to an address of yours");
    }
    Finding::good("sender", format!("mail is from an address at {domain}"))
}

/// Whether the links in mails lead anywhere, safely.
pub fn judge_web(base: &Url) -> Finding {
    let is_local = match base.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback() || address.is_private(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => true,
    };
    if is_local {
        return Finding::wrong("links", format!("the links in mails lead to {base}, where readers find nothing"))
            .remedy("set `site.base_url` to the public address");
    }
    if base.scheme() != "https" {
        let message = format!("the links in mails lead to {base}; unsubscribing with one click wants HTTPS (RFC 8058)");
        return Finding::doubtful("links", message).remedy("serve the site over HTTPS, and say so in `site.base_url`");
    }
    Finding::good("links", format!("the links in mails lead to {base}"))
}

/// Whether the domain of the return path says who may send (RFC 7208), and whether the relay may: by its addresses
/// and what each was found to be.
pub fn judge_spf(domain: &str, texts: &[String], relay: &[(IpAddr, SpfResult)]) -> Finding {
    let is_spf = |text: &&String| text.split(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("v=spf1"));
    let records: Vec<_> = texts.iter().filter(is_spf).collect();
    let senders: String = relay
        .iter()
        .map(|(address, _)| match address {
            IpAddr::V4(address) => format!("ip4:{address} "),
            IpAddr::V6(address) => format!("ip6:{address} "),
        })
        .collect();
    let record = match records.as_slice() {
        [] => {
            let senders = if senders.is_empty() { "mx ".to_owned() } else { senders };
            let remedy = txt_record(domain, &format!("v=spf1 {senders}~all"));
            return Finding::wrong("SPF", format!("{domain} does not say who may send its mail")).remedy(remedy);
        }
        [record] => record,
        _ => {
            return Finding::wrong(
                "SPF",
                format!("{domain} has {} SPF records, and so none that counts", records.len()),
            )
            .remedy("make one of them, with what all of them allow");
        }
    };
    let lookups = record.split(' ').filter(|term| asks(term)).count();
    if lookups > MOST_LOOKUPS {
        return Finding::wrong(
            "SPF",
            format!("{domain} sends whoever verifies to {lookups} more names; ten are allowed"),
        )
        .remedy("put addresses (`ip4:`, `ip6:`) in the place of some `include:`");
    }
    if record.split(' ').any(|term| matches!(term, "+all" | "all")) {
        return Finding::wrong("SPF", format!("{domain} lets everybody send its mail: {record}"))
            .remedy(txt_record(domain, &record.replace("+all", "~all").replace(" all", " ~all")));
    }
    if let Some((address, _)) = relay.iter().find(|(_, result)| *result != SpfResult::Pass) {
        let kind = if address.is_ipv4() { "ip4" } else { "ip6" };
        let better = record.replacen("v=spf1", &format!("v=spf1 {kind}:{address}"), 1);
        return Finding::doubtful("SPF", format!("{domain} does not let the relay at {address} send: {record}"))
            .remedy(format!("if mail leaves from there: {}", txt_record(domain, &better)));
    }
    Finding::good("SPF", format!("{domain}: {record}"))
}

/// Whether a term of SPF makes whoever verifies ask once more.
fn asks(term: &str) -> bool {
    let term = term.trim_start_matches(['+', '-', '~', '?']);
    let name = term.split([':', '/', '=']).next().unwrap_or_default();
    matches!(name, "include" | "a" | "mx" | "ptr" | "exists" | "redirect")
}

/// Whether the public half of a key stands where those look for it who verify.
pub fn judge_dkim(record: &DkimRecord, texts: &[String]) -> Finding {
    let tag_of = |text: &str, wanted: &str| {
        let tags = text.split(';').filter_map(|tag| tag.split_once('='));
        let mut values =
            tags.filter(|(name, _)| name.trim() == wanted).map(|(_, value)| value.replace(char::is_whitespace, ""));
        values.next_back()
    };
    let key_of = |text: &str| tag_of(text, "p").unwrap_or_default();
    // A record that does not say so has a key for RSA (RFC 6376 section 3.6.1).
    let kind_of = |text: &str| tag_of(text, "k").unwrap_or_else(|| "rsa".to_owned());
    let remedy = || txt_record(&record.name, &record.text);
    match texts {
        [] => Finding::wrong("DKIM", format!("{} has no key, so the signature counts for nothing", record.name))
            .remedy(remedy()),
        [text] if key_of(text) == key_of(&record.text) && kind_of(text) != kind_of(&record.text) => {
            let message = format!("{} has the right key and calls it one for {}", record.name, kind_of(text));
            Finding::wrong("DKIM", message).remedy(remedy())
        }
        [text] if key_of(text) == key_of(&record.text) => {
            Finding::good("DKIM", format!("{} has the key that mail is signed with", record.name))
        }
        [text] if key_of(text).is_empty() => {
            Finding::wrong("DKIM", format!("{} says that its key is withdrawn", record.name)).remedy(remedy())
        }
        [_] => {
            Finding::wrong("DKIM", format!("{} has another key than mail is signed with", record.name)).remedy(remedy())
        }
        _ => Finding::wrong("DKIM", format!("{} has {} records; one is allowed", record.name, texts.len()))
            .remedy(remedy()),
    }
}

/// A DMARC record (RFC 9989), as far as it is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The name at which it was found.
    pub name: String,
    /// Its text.
    pub text: String,
    /// How many more records stand there: with one more, none counts (RFC 9989 section 4.7).
    pub others: usize,
}

impl Policy {
    /// The policy among the texts at a name.
    pub fn find(name: &str, texts: &[String]) -> Option<Self> {
        let is_dmarc = |text: &&String| {
            text.split(';').next().is_some_and(|tag| tag.replace(char::is_whitespace, "") == "v=DMARC1")
        };
        let mut found = texts.iter().filter(is_dmarc);
        let text = found.next()?.clone();
        Some(Self { name: name.to_owned(), text, others: found.count() })
    }

    fn tag(&self, name: &str) -> Option<&str> {
        let tags = self.text.split(';').filter_map(|tag| tag.split_once('='));
        tags.map(|(known, value)| (known.trim(), value.trim()))
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }
}

/// Whether the author's domain says what to do with mail that only pretends to be from it.
pub fn judge_dmarc(domain: &str, policy: Option<&Policy>) -> Finding {
    let Some(policy) = policy else {
        let remedy =
            txt_record(&format!("_dmarc.{domain}"), &format!("v=DMARC1; p=none; rua=mailto:postmaster@{domain}"));
        return Finding::wrong("DMARC", format!("{domain} has no DMARC policy, which large receivers want"))
            .remedy(remedy);
    };
    let Policy { name, text, others } = policy;
    if *others > 0 {
        let message = format!("{name} has {} records, and so none that counts", others + 1);
        return Finding::wrong("DMARC", message)
            .remedy(format!("keep one of them, such as {}", txt_record(name, text)));
    }
    let gone: Vec<_> = ["pct", "rf", "ri"].into_iter().filter(|tag| policy.tag(tag).is_some()).collect();
    if !gone.is_empty() {
        let kept = text.split(';').map(str::trim).filter(|tag| {
            !tag.is_empty() && !gone.iter().any(|name| tag.split('=').next().is_some_and(|known| known.trim() == *name))
        });
        let better = kept.collect::<Vec<_>>().join("; ");
        let message = format!("{name} has `{}`, which RFC 9989 knows no more", gone.join("`, `"));
        return Finding::doubtful("DMARC", message).remedy(txt_record(name, &better));
    }
    match policy.tag("p") {
        Some("none" | "quarantine" | "reject") if policy.tag("rua").is_none() => {
            let better = format!("{}; rua=mailto:postmaster@{domain}", text.trim_end_matches([' ', ';']));
            let message = format!("{name} asks for no reports, so that nobody hears of mail that fails");
            Finding::doubtful("DMARC", message).remedy(txt_record(name, &better))
        }
        Some(p @ ("none" | "quarantine" | "reject")) => Finding::good("DMARC", format!("{name}: p={p}")),
        _ => {
            Finding::doubtful("DMARC", format!("{name} says nothing about what to do, which counts as p=none: {text}"))
                .remedy(txt_record(name, &format!("v=DMARC1; p=none; rua=mailto:postmaster@{domain}")))
        }
    }
}

/// Whether SPF or DKIM vouches for the author's domain, which is what DMARC asks. `signed` are the domains that
/// mail is signed for, `returns` that of the return path.
pub fn judge_alignment(author: &str, signed: Option<&str>, returns: &str) -> Finding {
    let is_one = |one: &str, other: &str| one == other || one.ends_with(&format!(".{other}"));
    let aligned = |domain: &str| is_one(domain, author) || is_one(author, domain);
    match signed {
        Some(domain) if aligned(domain) => {
            Finding::good("alignment", format!("mail from {author} is signed for {domain}"))
        }
        Some(domain) => {
            let message = format!("mail from {author} is signed for {domain}, which vouches for nothing there");
            Finding::wrong("alignment", message).remedy("set `mail.dkim.domain` to the domain of `mail.from`")
        }
        None if aligned(returns) => {
            let message = format!("nothing is signed here, so all depends on SPF of {returns} and on the relay");
            Finding::doubtful("alignment", message).remedy("add `mail.dkim.keys`, or let the relay sign")
        }
        None => {
            let message = format!("neither a signature nor the return path at {returns} vouches for {author}");
            Finding::wrong("alignment", message).remedy("add `mail.dkim.keys`, or let the relay sign")
        }
    }
}

/// Whether bounces come back: to the domain of the return path, if each has an address of its own there. `others` take the
/// mail of the author's domain.
pub fn judge_mail_host(domain: &str, hosts: &[String], addresses: usize, others: &[String], is_set: bool) -> Finding {
    // `MX 0 .` takes no mail (RFC 7505).
    let takes_none = hosts.iter().all(String::is_empty);
    if (hosts.is_empty() && addresses == 0) || (!hosts.is_empty() && takes_none) {
        return Finding::wrong(
            "return path",
            format!("{domain} takes no mail, so bounces are lost, and receivers refuse it"),
        )
        .remedy(match others.iter().find(|host| !host.is_empty()) {
            Some(host) => format!("{domain}. MX 10 {host}."),
            None => format!("{domain}. MX 10 mail.{domain}. where that is the server that takes your mail"),
        });
    }
    if !is_set {
        let message = format!("bounces go to an address at {domain} that names no mail");
        let remedy = format!(
            "set `mail.bounces` to an address such as `bounces@{domain}`, whose server knows `bounces+…` as the same"
        );
        return Finding::doubtful("return path", message).remedy(remedy);
    }
    let host = hosts.first().map_or(domain, String::as_str);
    Finding::good("return path", format!("bounces go to {domain}, where {host} takes them"))
}

/// Whether the relay's address leads to a name and the name back to it, which all large receivers want of whoever
/// sends to them.
pub fn judge_reverse(address: IpAddr, names: &[String], back: &[IpAddr]) -> Finding {
    match names.first() {
        None => Finding::doubtful("PTR", format!("the relay's address {address} leads to no name"))
            .remedy("let whoever owns the address give it the relay's name, if mail leaves from there"),
        Some(name) if !back.contains(&address) => {
            Finding::doubtful("PTR", format!("the relay's address {address} leads to {name}, and that not back"))
                .remedy(format!("{name}. {} {address}", if address.is_ipv4() { "A" } else { "AAAA" }))
        }
        Some(name) => Finding::good("PTR", format!("the relay's address {address} is that of {name}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Standing;

    const US: &str = "duif.example";

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn is(finding: &Finding, standing: Standing, remedy: &str) {
        assert_eq!(
            (finding.standing, finding.remedy.as_deref().unwrap_or_default()),
            (standing, remedy),
            "{finding:?}"
        );
    }

    #[test]
    fn spf_says_who_may_send_and_the_relay_is_among_them() {
        let relay: IpAddr = "192.0.2.7".parse().unwrap();
        let spf = |records: &[&str], result| judge_spf(US, &texts(records), &[(relay, result)]);
        is(&spf(&["v=spf1 mx -all", "something else"], SpfResult::Pass), Standing::Good, "");
        is(&spf(&[], SpfResult::None), Standing::Wrong, "duif.example. TXT \"v=spf1 ip4:192.0.2.7 ~all\"");
        is(
            &spf(&["v=spf1 mx -all"], SpfResult::Fail),
            Standing::Doubtful,
            "if mail leaves from there: duif.example. TXT \"v=spf1 ip4:192.0.2.7 mx -all\"",
        );
        is(&spf(&["v=spf1 mx +all"], SpfResult::Pass), Standing::Wrong, "duif.example. TXT \"v=spf1 mx ~all\"");
        assert_eq!(spf(&["v=spf1 mx -all", "v=spf1 a -all"], SpfResult::PermError).standing, Standing::Wrong);
        let many = format!("v=spf1 {}-all", "include:a.example ".repeat(11));
        assert_eq!(spf(&[&many], SpfResult::PermError).standing, Standing::Wrong);
        is(&judge_spf(US, &[], &[]), Standing::Wrong, "duif.example. TXT \"v=spf1 mx ~all\"");
    }

    #[test]
    fn the_key_in_the_dns_is_the_one_that_signs() {
        let long = format!("v=DKIM1; k=rsa; p={}", "A".repeat(392));
        let record = DkimRecord { name: format!("a._domainkey.{US}"), text: long.clone() };
        let pieces = txt_record(&record.name, &record.text);
        assert!(pieces.split('"').all(|piece| piece.len() <= LONGEST_TEXT) && pieces.matches('"').count() == 4);
        is(&judge_dkim(&record, &[]), Standing::Wrong, &pieces);
        is(&judge_dkim(&record, &[long.replace("k=rsa; ", "")]), Standing::Good, "");
        is(&judge_dkim(&record, &[long.replace("rsa", "ed25519")]), Standing::Wrong, &pieces);
        is(&judge_dkim(&record, &[long.replacen("AAAA", "AA AA", 1)]), Standing::Good, "");
        is(&judge_dkim(&record, &[long.replacen("AAAA", "AABA", 1)]), Standing::Wrong, &pieces);
        is(&judge_dkim(&record, &texts(&["v=DKIM1; p="])), Standing::Wrong, &pieces);
        is(&judge_dkim(&record, &[long.clone(), long]), Standing::Wrong, &pieces);
    }

    #[test]
    fn a_policy_is_one_of_today() {
        let judge = |text: &str| judge_dmarc(US, Policy::find("_dmarc.duif.example", &texts(&[text])).as_ref());
        is(&judge("v=DMARC1; p=reject; rua=mailto:a@duif.example"), Standing::Good, "");
        is(
            &judge(""),
            Standing::Wrong,
            "_dmarc.duif.example. TXT \"v=DMARC1; p=none; rua=mailto:postmaster@duif.example\"",
        );
        is(
            &judge("v=DMARC1; p=none; pct=50; rua=mailto:a@duif.example; ri=3600"),
            Standing::Doubtful,
            "_dmarc.duif.example. TXT \"v=DMARC1; p=none; rua=mailto:a@duif.example\"",
        );
        is(
            &judge("v=DMARC1;p=quarantine;"),
            Standing::Doubtful,
            "_dmarc.duif.example. TXT \"v=DMARC1;p=quarantine; rua=mailto:postmaster@duif.example\"",
        );
        assert_eq!(judge("v=DMARC1; rua=mailto:a@duif.example").standing, Standing::Doubtful);
        let two = Policy::find("x", &texts(&["v=DMARC1; p=none", "v=DMARC1; p=reject"]));
        is(&judge_dmarc(US, two.as_ref()), Standing::Wrong, "keep one of them, such as x. TXT \"v=DMARC1; p=none\"");
    }

    #[test]
    fn somebody_vouches_for_the_author() {
        assert_eq!(judge_alignment(US, Some(US), "x.example").standing, Standing::Good);
        assert_eq!(judge_alignment("nieuws.duif.example", Some(US), "x.example").standing, Standing::Good);
        assert_eq!(judge_alignment(US, Some("andereduif.example"), US).standing, Standing::Wrong);
        assert_eq!(judge_alignment(US, None, "bounces.duif.example").standing, Standing::Doubtful);
        assert_eq!(judge_alignment(US, None, "x.example").standing, Standing::Wrong);
    }

    #[test]
    fn bounces_have_a_place_to_go() {
        let hosts = |hosts: &[&str]| texts(hosts);
        let mx = hosts(&["mx.duif.example"]);
        assert_eq!(judge_mail_host(US, &mx, 0, &[], true).standing, Standing::Good);
        assert_eq!(judge_mail_host(US, &mx, 0, &[], false).standing, Standing::Doubtful);
        assert_eq!(judge_mail_host(US, &[], 1, &[], true).standing, Standing::Good, "an address will do (RFC 5321)");
        let remedy = "b.duif.example. MX 10 mail.b.duif.example. where that is the server that takes your mail";
        is(&judge_mail_host("b.duif.example", &[], 0, &[], true), Standing::Wrong, remedy);
        let record = "b.duif.example. MX 10 mx.duif.example.";
        is(&judge_mail_host("b.duif.example", &hosts(&[""]), 1, &mx, true), Standing::Wrong, record);
    }

    #[test]
    fn an_address_and_its_name_lead_to_each_other() {
        let address: IpAddr = "192.0.2.7".parse().unwrap();
        let name = texts(&["mx.duif.example"]);
        assert_eq!(judge_reverse(address, &name, &[address]).standing, Standing::Good);
        is(&judge_reverse(address, &name, &[]), Standing::Doubtful, "mx.duif.example. A 192.0.2.7");
        assert_eq!(judge_reverse(address, &[], &[]).standing, Standing::Doubtful);
    }

    #[test]
    fn links_lead_where_readers_are() {
        let judge = |url: &str| judge_web(&Url::parse(url).unwrap()).standing;
        assert_eq!(judge("https://duif.example/"), Standing::Good);
        assert_eq!(judge("http://duif.example/"), Standing::Doubtful);
        assert_eq!(judge("http://127.0.0.1:8080/"), Standing::Wrong);
        assert_eq!(judge_sender("localhost.localdomain").standing, Standing::Wrong);
        assert_eq!(judge_sender(US).standing, Standing::Good);
    }
}
