//! Slips of the finger in the domain of an address: asked about, never refused.

use strsim::damerau_levenshtein;

use super::SubscriberEmail;

/// Where most people in the countries of our readers have their mail; also what is close to one of
/// these and is right all the same, such as `ymail.com`.
const DOMAINS: [&str; 45] = [
    "aol.com",
    "email.com",
    "free.fr",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hetnet.nl",
    "home.nl",
    "hotmail.be",
    "hotmail.com",
    "hotmail.de",
    "hotmail.fr",
    "hotmail.nl",
    "icloud.com",
    "kpnmail.nl",
    "laposte.net",
    "live.be",
    "live.com",
    "live.fr",
    "live.nl",
    "mail.com",
    "me.com",
    "msn.com",
    "orange.fr",
    "outlook.be",
    "outlook.com",
    "outlook.de",
    "outlook.fr",
    "planet.nl",
    "proton.me",
    "protonmail.com",
    "proximus.be",
    "scarlet.be",
    "skynet.be",
    "t-online.de",
    "telenet.be",
    "wanadoo.fr",
    "yahoo.com",
    "ymail.com",
    "ziggo.nl",
];

/// Shorter domains have too many neighbors that are right.
const SHORTEST: usize = 8;

/// Whether everybody may have their mail at a domain, in lower case.
pub fn is_provider(domain: &str) -> bool {
    DOMAINS.binary_search(&domain).is_ok()
}

impl SubscriberEmail {
    /// The address that was meant, perhaps: with the well-known domain that differs by one letter.
    pub fn meant(&self) -> Option<String> {
        let (local, domain) = self.as_str().rsplit_once('@')?;
        let domain = domain.to_lowercase();
        if is_provider(&domain) {
            return None;
        }
        // No domain of a country ends in a letter twice that it has once.
        let stutters =
            |known: &str| domain.strip_prefix(known).is_some_and(|rest| rest.len() == 1 && known.ends_with(rest));
        let is_slip = |known: &str| known.len() >= SHORTEST && damerau_levenshtein(known, &domain) == 1;
        let near = |known: &&str| stutters(known) || (is_slip(known) && !is_elsewhere(known, &domain));
        DOMAINS.into_iter().find(near).map(|known| format!("{local}@{known}"))
    }
}

/// Whether two domains are of the same provider, each for a country of its own: `hotmail.se` is no slip for `hotmail.de`.
fn is_elsewhere(known: &str, domain: &str) -> bool {
    let parts = known.rsplit_once('.').zip(domain.rsplit_once('.'));
    parts.is_some_and(|((one, here), (other, there))| one == other && here.len() == 2 && there.len() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_beside_a_well_known_domain_is_a_question() {
        for (typed, meant) in [
            ("Lien@gmial.com", Some("Lien@gmail.com")),
            ("lien@gmail.con", Some("lien@gmail.com")),
            ("lien@gmail.co", Some("lien@gmail.com")),
            ("lien@hotmal.com", Some("lien@hotmail.com")),
            ("lien@telenet.bee", Some("lien@telenet.be")),
            ("lien@gmx.dee", Some("lien@gmx.de")),
            ("lien@live.bee", Some("lien@live.be")),
            ("lien@gmail.com", None),
            ("lien@GMAIL.com", None),
            ("lien@ymail.com", None),
            ("lien@gmx.nl", None),
            ("lien@hotmail.se", None),
            ("lien@lindelo.example", None),
        ] {
            let typed: SubscriberEmail = typed.parse().unwrap();
            assert_eq!(typed.meant().as_deref(), meant);
        }
        assert!(DOMAINS.is_sorted());
    }
}
