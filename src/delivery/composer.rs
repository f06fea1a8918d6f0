//! From a claimed delivery to its mail: the content of its cohort, and its subscriber's links.

use std::collections::HashMap;

use url::Url;

use crate::{
    bounces::{ReturnPath, Tags},
    clock::Timestamp,
    locale::Locale,
    mail::{self, CohortMail, ComposedMail, Kind, List, MailContent, PersonalLinks, Recipient, Sender, Signer},
    outbox::IssueId,
    storage::ClaimedDelivery,
    subscribers::{Purpose, SubscriberId, Token, TokenKey},
    templates::Days,
};

/// What all mail of a publication has in common.
#[derive(Debug)]
pub struct Composer {
    /// Who it is from.
    pub sender: Sender,
    /// What the publication is called in each language; the sender's name where it has none.
    pub titles: HashMap<Locale, String>,
    /// Whose pages the readers of each language see; their own where none is named.
    pub editions: HashMap<Locale, Locale>,
    /// How each language writes a day; where none does, mails name none.
    pub days: HashMap<Locale, Days>,
    /// Where its pages are.
    pub base: Url,
    /// Sets its Message-IDs apart from those of others, and of its own past databases.
    pub publication_id: String,
    /// What its links are signed with.
    pub key: TokenKey,
    /// What its mail is signed with; none: that is left to the relay.
    pub signer: Option<Signer>,
}

impl Composer {
    /// Encodes what a cohort shares. `issue` is `None` for administrative mail that is no
    /// part of the list.
    ///
    /// # Errors
    /// When the configured names or addresses do not fit into headers.
    pub fn cohort_mail(
        &self,
        locale: &Locale,
        issue: Option<&str>,
        content: &MailContent,
    ) -> Result<CohortMail, mail::Error> {
        let title = self.titles.get(locale).unwrap_or(&self.sender.from.name);
        let edition = self.editions.get(locale).unwrap_or(locale);
        let list = issue.map(|issue| List::new(title, locale, edition, &self.base, issue)).transpose()?;
        let kind = list.as_ref().map_or(Kind::Administrative, Kind::Newsletter);
        CohortMail::new(&self.sender, locale, kind, content)
    }

    /// Composes the mail of a delivery: the same bytes at each attempt, but for the time in its signature.
    ///
    /// # Errors
    /// When the address cannot be mailed to, or the mail not be signed.
    pub fn compose_mail(&self, cohort: &CohortMail, claimed: &ClaimedDelivery) -> Result<ComposedMail, mail::Error> {
        let links = self.links(claimed.subscriber, claimed.created_at);
        let tag = Tags::new(&self.key).tag(claimed.id);
        let path = self.sender.bounces.as_ref().and_then(|base| ReturnPath::new(base).of(&tag));
        let asked_on = claimed.asked_at.zip(self.days.get(&claimed.locale)).map(|(at, days)| days.write(at));
        let mail = cohort.compose_mail(&Recipient {
            address: claimed.email.as_str(),
            name: claimed.name.as_deref().unwrap_or_default(),
            links: &links,
            message_id: &format!("{tag}.{}", self.publication_id),
            leave: path.as_ref(),
            date: claimed.created_at,
            asked_on: asked_on.as_deref(),
        })?;
        let from = path.unwrap_or(mail.from);
        self.sign(ComposedMail { from, tag: Some(tag), ..mail })
    }

    /// Composes a newsletter for somebody who wants to see it: it stands in no ledger, and its
    /// personal links lead to [a page that says so](Self::test_link). `number` makes its Message-ID.
    ///
    /// # Errors
    /// When the address cannot be mailed to, or names or addresses do not fit into headers.
    pub fn compose_test(
        &self,
        locale: &Locale,
        content: &MailContent,
        address: &str,
        number: u64,
        now: Timestamp,
    ) -> Result<ComposedMail, mail::Error> {
        self.compose_unlisted(locale, Some("test"), content, address, number, now)
    }

    /// Composes a mail to an editor, which stands in no ledger either.
    ///
    /// # Errors
    /// As [`compose_test`](Self::compose_test).
    pub fn compose_note(
        &self,
        locale: &Locale,
        content: &MailContent,
        address: &str,
        number: u64,
        now: Timestamp,
    ) -> Result<ComposedMail, mail::Error> {
        self.compose_unlisted(locale, None, content, address, number, now)
    }

    fn compose_unlisted(
        &self,
        locale: &Locale,
        issue: Option<&str>,
        content: &MailContent,
        address: &str,
        number: u64,
        now: Timestamp,
    ) -> Result<ComposedMail, mail::Error> {
        let link = self.test_link(locale);
        let asked_on = self.days.get(locale).map(|days| days.write(now));
        let mail = self.cohort_mail(locale, issue, content)?.compose_mail(&Recipient {
            address,
            name: "",
            links: &PersonalLinks {
                unsubscribe: link.clone(),
                preferences: link.clone(),
                confirm: link.clone(),
                address: link,
            },
            message_id: &format!("{}-{number:016x}.{}", issue.unwrap_or("note"), self.publication_id),
            leave: None,
            date: now,
            asked_on: asked_on.as_deref(),
        });
        self.sign(mail?)
    }

    fn sign(&self, mail: ComposedMail) -> Result<ComposedMail, mail::Error> {
        Ok(match &self.signer {
            Some(signer) => ComposedMail { bytes: signer.sign(&mail.bytes)?, ..mail },
            None => mail,
        })
    }

    /// Where the personal links of a test mail lead.
    pub fn test_link(&self, locale: &Locale) -> Url {
        self.at(&format!("s/test/{locale}"))
    }

    /// Where an issue can be approved, by whoever has this link, in a language.
    pub fn approval_link(&self, issue: IssueId, locale: &Locale, now: Timestamp) -> Url {
        let token = Token { purpose: Purpose::Approve, subscriber: SubscriberId(issue.0), issued_at: now };
        self.at(&format!("s/{}/{locale}/approve", self.key.sign(&token)))
    }

    /// An address of the publication.
    fn at(&self, path: &str) -> Url {
        let mut link = self.base.clone();
        link.set_path(&format!("{}/{path}", self.base.path().trim_end_matches('/')));
        link
    }

    /// The links of one subscriber, each good for its own purpose only.
    pub fn links(&self, subscriber: SubscriberId, issued_at: Timestamp) -> PersonalLinks {
        let link = |purpose, page| {
            let token = self.key.sign(&Token { purpose, subscriber, issued_at });
            self.at(&format!("s/{token}/{page}"))
        };
        PersonalLinks {
            unsubscribe: link(Purpose::Unsubscribe, "unsubscribe"),
            preferences: link(Purpose::Preferences, "preferences"),
            confirm: link(Purpose::Confirm, "confirm"),
            address: link(Purpose::Address, "address"),
        }
    }
}
