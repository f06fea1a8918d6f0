//! What people write below the headers of a spreadsheet, in our languages and in those of other programs.

use crate::subscribers::{Cadence, Status};

/// What our languages are called in one another, in lower case.
const LANGUAGES: [(&str, &[&str]); 5] = [
    ("nl", &["nederlands", "vlaams", "dutch", "néerlandais", "niederländisch", "هولندية", "الهولندية"]),
    ("fr", &["frans", "french", "français", "francais", "französisch", "فرنسية", "الفرنسية"]),
    ("en", &["engels", "english", "anglais", "englisch", "إنجليزية", "الإنجليزية"]),
    ("de", &["duits", "german", "allemand", "deutsch", "ألمانية", "الألمانية"]),
    ("ar", &["arabisch", "arabic", "arabe", "عربية", "العربية"]),
];

const CADENCES: [(Cadence, &[&str]); 4] = [
    (Cadence::Instant, &["meteen", "onmiddellijk", "immédiat", "sofort", "فوري", "فورًا"]),
    (Cadence::Daily, &["dagelijks", "quotidien", "quotidienne", "täglich", "يومي", "يوميًا"]),
    (Cadence::Weekly, &["wekelijks", "hebdomadaire", "wöchentlich", "أسبوعي", "أسبوعيًا"]),
    (Cadence::Monthly, &["maandelijks", "mensuel", "mensuelle", "monatlich", "شهري", "شهريًا"]),
];

/// Who is blocked elsewhere, or whose mail comes back there, has left.
const STATES: [(Status, &[&str]); 3] = [
    (
        Status::Active,
        &[
            "subscribed",
            "enabled",
            "confirmed",
            "regular",
            "premium",
            "true",
            "yes",
            "1",
            "actief",
            "ingeschreven",
            "ja",
            "actif",
            "abonné",
            "inscrit",
            "oui",
            "aktiv",
            "angemeldet",
            "مشترك",
            "نعم",
        ],
    ),
    (Status::Pending, &["unconfirmed", "unactivated", "onbevestigd", "en attente", "unbestätigt", "غير مؤكد"]),
    (
        Status::Unsubscribed,
        &[
            "disabled",
            "blocklisted",
            "blacklisted",
            "cleaned",
            "bounced",
            "complained",
            "removed",
            "false",
            "no",
            "0",
            "uitgeschreven",
            "nee",
            "désabonné",
            "désinscrit",
            "non",
            "abgemeldet",
            "nein",
            "غير مشترك",
            "لا",
        ],
    ),
];

/// The tag of a language that is written as a word.
pub(super) fn language(text: &str) -> Option<&'static str> {
    among(&LANGUAGES, text)
}

/// A pace that is written as a word of another language.
pub(super) fn cadence(text: &str) -> Option<Cadence> {
    among(&CADENCES, text)
}

/// What others call a state of a subscription.
pub(super) fn state(text: &str) -> Option<Status> {
    among(&STATES, text)
}

fn among<T: Copy>(known: &[(T, &[&str])], text: &str) -> Option<T> {
    let plain = text.to_lowercase();
    known.iter().find(|(_, words)| words.contains(&plain.as_str())).map(|(meant, _)| *meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_in_each_language_and_mean_one_thing() {
        assert_eq!(language("Frans"), Some("fr"));
        assert_eq!(cadence("WEKELIJKS"), Some(Cadence::Weekly));
        assert_eq!(state("Désinscrit"), Some(Status::Unsubscribed));
        assert_eq!((language("fr"), cadence("hourly"), state("perhaps")), (None, None, None));
        let all = [
            LANGUAGES.map(|(_, words)| words).concat(),
            CADENCES.map(|(_, words)| words).concat(),
            STATES.map(|(_, words)| words).concat(),
        ];
        for words in all {
            let mut once = words.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), words.len());
        }
    }
}
