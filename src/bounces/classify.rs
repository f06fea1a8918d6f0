//! What a failed delivery says about its address: a status code, and where that says little, the words beside it.

use super::verdict::{Status, Verdict};

/// Words about who sends and not about who is to get it: our address, our greeting, our name, and whom a relay works for.
/// They come with codes and words for an address where nobody is, which is ours then.
const ABOUT_US: [&str; 42] = [
    "sender address",
    "sender verif",
    "sender rejected",
    "sender denied",
    "sender refused",
    "sender unknown",
    "sender domain",
    "sender's",
    "domain of sender",
    "bad sender",
    "invalid sender",
    "unknown sender",
    "illegal sender",
    "envelope sender",
    "verification failed for",
    "verify fail",
    "mail from",
    "from address",
    "from header",
    "from: header",
    "return path",
    "return-path",
    "reverse path",
    "reverse-path",
    "reverse dns",
    "dns error",
    "ptr record",
    "relay not",
    "not relay",
    "no relay",
    "relay access",
    "relay denied",
    "relay prohibited",
    "unable to relay",
    "cannot relay",
    "can't relay",
    "refuse to relay",
    "open relay",
    "not hosted here",
    "client host",
    "your domain",
    "your ip",
];

/// The same, where they are words of their own and not part of somebody's name.
const ABOUT_US_ALONE: [&str; 6] = ["helo", "ehlo", "relaying", "callout", "rdns", "ptr"];

/// Who is named for questions, whatever a reply is about.
const ASK_THEM: [&str; 5] = ["postmaster", "abuse", "support", "helpdesk", "mailer-daemon"];

/// Words for an address that gets too much at the moment: Gmail says so with the code of one that is closed.
const TOO_MUCH: [&str; 5] = ["at a rate", "rate limit", "too many", "too much", "temporar"];

/// Words of those who do not want our mail.
const UNWANTED: [&str; 26] = [
    "spam",
    "blocked",
    "blacklist",
    "block list",
    "blocklist",
    "black list",
    "reputation",
    "policy",
    "dmarc",
    "spf ",
    "dkim",
    "unsolicited",
    "bulk mail",
    "junk",
    "rbl",
    "spamhaus",
    "barracuda",
    "not authorized",
    "access denied",
    "authentication required",
    "unauthenticated",
    "rate limit",
    "too many messages",
    "content rejected",
    "virus",
    "message size",
];

/// Words for somebody who is not there.
const NOBODY: [&str; 54] = [
    "user unknown",
    "unknown user",
    "no such user",
    "no such recipient",
    "no such mailbox",
    "no such address",
    "unknown recipient",
    "recipient unknown",
    "unknown address",
    "recipient not found",
    "user not found",
    "mailbox not found",
    "address not found",
    "could not be found",
    "wasn't found",
    "does not exist",
    "doesn't exist",
    "not exist",
    "invalid recipient",
    "invalid mailbox",
    "invalid address",
    "recipient rejected",
    "address rejected",
    "no mailbox",
    "mailbox unavailable",
    "unrouteable address",
    "unroutable address",
    "not a known user",
    "isn't a valid",
    "not a valid",
    "account is disabled",
    "account has been disabled",
    "account is inactive",
    "account inactive",
    "account that you tried to reach is",
    "mailbox disabled",
    "no longer available",
    "no longer valid",
    "no longer active",
    "no longer in use",
    "no longer works",
    "not listed in",
    "not our customer",
    "bad recipient",
    "bad destination mailbox",
    "doesn't have a",
    "bestaat niet",
    "onbekende gebruiker",
    "existiert nicht",
    "unbekannter",
    "n'existe pas",
    "utilisateur inconnu",
    "destinataire inconnu",
    "no account by that name",
];

/// Words for a mailbox that takes nothing now.
const FULL: [&str; 16] = [
    "mailbox full",
    "mailbox is full",
    "inbox is full",
    "out of storage",
    "over quota",
    "overquota",
    "quota exceeded",
    "exceeded quota",
    "exceeded its quota",
    "exceeds quota",
    "storage exceeded",
    "insufficient system storage",
    "mailbox size limit",
    "postvak is vol",
    "postfach voll",
    "boîte pleine",
];

/// Whether one of these words is in a text, which is in lower case.
pub(super) fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether one of these is a word of its own in a text.
fn has_word(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
}

/// Whether a text names an address and not that of the recipient, who is called so in what is read here.
fn is_about_another(words: &str) -> bool {
    let names = |word: &str| {
        let name = word.trim_start_matches(|c: char| !c.is_alphanumeric()).split('@').next().unwrap_or_default();
        word.contains('@') && !ASK_THEM.contains(&name)
    };
    !has_word(words, &["recipient", "rcpt"]) && words.split_whitespace().any(names)
}

/// Replaces a name, in any case, by the word `recipient`, and takes from every other address whose it is: a relay may name
/// people of whom nobody has heard here. Parts of words stay.
pub fn redact(text: &str, name: &str) -> String {
    let is_between = |c: char| c.is_whitespace() || "<>()[]{},;\"'".contains(c);
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(is_between) {
        let word = piece.trim_end_matches(is_between);
        let bare = word.trim_end_matches(['.', ':', '!', '?']);
        match bare.rsplit_once('@') {
            _ if !name.is_empty() && bare.eq_ignore_ascii_case(name) => out.push_str("recipient"),
            Some((who, domain)) if !ASK_THEM.contains(&who.to_lowercase().as_str()) => out.extend(["…@", domain]),
            _ => out.push_str(bare),
        }
        out.push_str(&piece[bare.len()..]);
    }
    out
}

/// What a failed delivery says about its address, from the status and what was said with it, where the recipient's
/// address is [redacted](redact). Who is in doubt is soft, or policy: a good address that is dropped never comes
/// back.
pub fn classify(status: Option<Status>, words: &str) -> Verdict {
    let words = words.to_lowercase();
    match status {
        // Of our own: who may send (RFC 7372), what may be sent, and the sender's own address.
        Some(Status(_, 7, _) | Status(5, 6, _) | Status(5, 3, 4) | Status(_, 1, 7 | 8)) => Verdict::Policy,
        _ if says(&words, &ABOUT_US) || has_word(&words, &ABOUT_US_ALONE) => Verdict::Policy,
        Some(status) if !status.is_permanent() => Verdict::Soft,
        Some(Status(_, 1, 1 | 6 | 10)) if !says(&words, &FULL) && !says(&words, &["spamhaus", "blacklist"]) => {
            Verdict::Hard
        }
        Some(Status(_, 2, 1)) if !says(&words, &FULL) && !says(&words, &TOO_MUCH) => Verdict::Hard,
        Some(Status(_, 2 | 4, _)) => Verdict::Soft,
        _ => by_words(&words),
    }
}

/// The same from words alone, in lower case.
fn by_words(words: &str) -> Verdict {
    // A letter may well be returned to its sender.
    let is_about_sender = || words.replace("to the sender", "").replace("to sender", "").contains("sender");
    if says(words, &FULL) {
        Verdict::Soft
    } else if says(words, &UNWANTED) {
        Verdict::Policy
    } else if !says(words, &NOBODY) {
        Verdict::Soft
    } else if is_about_sender() || is_about_another(words) {
        Verdict::Policy
    } else {
        Verdict::Hard
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_decides_where_it_says_something_and_the_words_where_it_does_not() {
        use Verdict::{Hard, Policy, Soft};
        for (status, words, verdict) in [
            ("5.1.1", "user unknown", Hard),
            ("5.1.1", "", Hard),
            ("5.1.10", "recipient not found by SMTP address lookup", Hard),
            ("5.1.2", "bad destination", Soft),
            ("5.0.0", "550 no such user here", Hard),
            ("5.0.0", "554 delivery error: dd This user doesn't have a yahoo.com account", Hard),
            ("5.0.0", "552 mailbox full", Soft),
            ("5.0.0", "unknown failure", Soft),
            ("5.0.0", "554 message rejected as spam, user unknown", Policy),
            ("5.2.1", "the mailbox is disabled", Hard),
            ("5.2.1", "the user you are trying to contact is receiving mail at a rate that", Soft),
            ("5.2.2", "mailbox full and inactive", Soft),
            ("5.4.4", "host not found", Soft),
            ("5.4.1", "recipient address rejected: access denied", Soft),
            ("5.7.1", "user unknown", Policy),
            ("5.7.26", "this mail is unauthenticated", Policy),
            ("5.7.515", "access denied, sending domain does not meet the required level", Policy),
            ("5.3.4", "message too big", Policy),
            ("5.3.0", "other trouble", Soft),
            ("5.6.0", "not rfc 5322 compliant", Policy),
            ("5.1.8", "sender address rejected: domain not found", Policy),
            ("5.1.1", "mailbox is full", Soft),
            ("4.4.7", "delivery time expired", Soft),
            ("4.7.28", "unusual rate of mail", Policy),
        ] {
            assert_eq!(classify(status.parse().ok(), words), verdict, "{status} {words}");
        }
        for (words, verdict) in [
            ("sorry, no mailbox here by that name. (#5.1.1)", Hard),
            ("het postvak bestaat niet", Hard),
            ("der empfänger existiert nicht", Hard),
            ("votre message a été bloqué: spam", Policy),
            ("the mailbox is full", Soft),
            ("something went wrong", Soft),
        ] {
            assert_eq!(classify(None, words), verdict, "{words}");
        }
    }

    #[test]
    fn what_is_about_the_sender_or_the_relay_never_says_that_a_reader_is_not_there() {
        for reply in [
            "550 5.1.0 <nieuws@duif.example>: Sender address rejected: User unknown in virtual mailbox table",
            "550 5.1.1 <nieuws@duif.example>: Sender address rejected: User unknown",
            "450 4.1.8 <nieuws@duif.example>: Sender address rejected: Domain not found",
            "550 Verification failed for <nieuws@duif.example> No Such User Here Sender verify failed",
            "550 sender verify fail for <nieuws@duif.example>: Unrouteable address",
            "550 Callout to <nieuws@duif.example> said: no such user",
            "553 5.1.3 bad sender address",
            "550 5.1.2 relay not permitted: domain not hosted here",
            "551 not our customer; relaying not allowed",
            "550 5.1.1 we do not relay for recipient",
            "554 5.5.2 DNS error, does not exist",
            "550 5.5.0 EHLO: mail.duif.example does not exist",
            "504 5.5.2 <duif>: Helo command rejected: need fully-qualified hostname",
            "550 MAIL FROM: invalid address",
            "550 your return path does not exist",
            "550 nieuws@duif.example: no such user",
            "550 unknown user, sender unroutable",
            "550 no such user (in reply to MAIL FROM command)",
        ] {
            assert_eq!(classify(Status::find(reply), reply), Verdict::Policy, "{reply}");
        }
    }

    #[test]
    fn what_is_about_the_reader_still_is() {
        for reply in [
            "550 5.1.1 <recipient>: Recipient address rejected: User unknown in virtual mailbox table",
            "550 5.1.6 recipient no longer on server",
            "550 5.2.1 This mailbox has been disabled",
            "550 <recipient>: no such user; write to nieuws@lezers.example",
            "550 no such user; questions to <postmaster@lezers.example>",
            "550 No such user: bachelor",
            "550 unknown user; this mail goes back to the sender",
            "550 5.1.2 recipient: no such mailbox",
        ] {
            assert_eq!(classify(Status::find(reply), reply), Verdict::Hard, "{reply}");
        }
        for reply in ["550 5.1.2 host unknown", "550 5.1.3 bad destination", "450 4.1.1 recipient: user unknown"] {
            assert_eq!(classify(Status::find(reply), reply), Verdict::Soft, "{reply}");
        }
    }
}
