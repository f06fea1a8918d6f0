//! Numbers that got lost on the way.

use std::collections::HashSet;

use super::{
    digits::{Number, numbers_of},
    message::{Findings, Message},
};

/// Whole numbers up to this are often written as words, in any language: they are not missed at all.
const OFTEN_A_WORD: u64 = 20;

/// And up to this, where a language likes words (ages in Arabic): they are missed only where another
/// number stands instead.
const MAY_BE_A_WORD: u64 = 100;

/// Warns of the first number of the Dutch text that the translation does not have.
///
/// Numbers count as the same whatever their digits (3, ٣), their decimal sign and what stands between
/// their groups; also when their groups stand apart, as in 8.30 and "8 h 30".
pub(super) fn check_numbers(message: &Message<'_>, findings: &mut Findings<'_>) {
    let wanted = message.original.numbers();
    if wanted.is_empty() {
        return;
    }
    let there = numbers_of(message.text(), message.original.is_markdown());
    let whole: HashSet<String> = there.iter().map(Number::digits).collect();
    let groups: HashSet<&str> = there.iter().flat_map(|number| &number.groups).map(String::as_str).collect();
    let has = |number: &Number| {
        whole.contains(&number.digits()) || number.groups.iter().all(|group| groups.contains(group.as_str()))
    };
    let lost: Vec<_> = wanted.iter().filter(|number| !number.may_be_a_word(OFTEN_A_WORD) && !has(number)).collect();
    if lost.is_empty() {
        return;
    }
    let known: HashSet<String> = wanted.iter().map(Number::digits).collect();
    let others: Vec<_> = there.iter().filter(|number| !known.contains(&number.digits())).collect();
    let id = message.id;
    if let ([lost], [other]) = (&lost[..], &others[..]) {
        let (number, instead) = (&message.original.text[lost.at.clone()], &message.text()[other.at.clone()]);
        let text = format!("`{id}` says {instead} where the Dutch text says {number}");
        let help = format!("write {number} the way this language writes numbers");
        findings.warning("missing-number", message.in_file(other.at.clone()), text, help);
    } else if let Some(lost) = lost.iter().find(|number| !number.may_be_a_word(MAY_BE_A_WORD)) {
        let number = &message.original.text[lost.at.clone()];
        let text = format!("`{id}` does not say {number}, as the Dutch text does");
        findings.warning("missing-number", message.at.clone(), text, "add the number");
    }
}
