//! The part of a file that is asked for (RFC 9110 section 14).

use axum::{
    extract::Request,
    http::{Method, header},
};

/// The part that a request wants of a file with so many bytes, as who reads it from the disk understands it; none where the file
/// is to be sent whole. A range in an unknown unit, or one that says nothing, is passed over, and so are several at once,
/// which nobody needs of a picture. What lies beyond the end stays, and is answered with 416.
pub(super) fn wanted(request: &Request, size: Option<u64>) -> Option<String> {
    let mut ranges = request.headers().get_all(header::RANGE).iter();
    let (range, others) = (ranges.next()?, ranges.next());
    // Only GET has parts (section 14.2).
    let is_one = request.method() == Method::GET && others.is_none();
    read(range.to_str().ok()?, size).filter(|_| is_one)
}

fn read(range: &str, size: Option<u64>) -> Option<String> {
    let (unit, range) = range.split_once('=')?;
    let (first, last) = range.trim().split_once('-').filter(|_| unit.eq_ignore_ascii_case("bytes"))?;
    match (first, last) {
        ("", last) => {
            let last = number(last)?;
            // More than there is: all of it.
            let is_all = last > 0 && size.is_some_and(|size| last > size);
            Some(if is_all { "bytes=0-".to_owned() } else { format!("bytes=-{last}") })
        }
        (first, "") => Some(format!("bytes={}-", number(first)?)),
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            (first <= last).then(|| format!("bytes={first}-{last}"))
        }
    }
}

/// A number of any length; one that is too long for a file is beyond its end anyway.
fn number(digits: &str) -> Option<u64> {
    let are_digits = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    are_digits.then(|| digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_range_is_passed_over_and_what_is_one_is_understood() {
        for (range, understood) in [
            ("bytes=0-9", Some("bytes=0-9")),
            ("Bytes=007-", Some("bytes=7-")),
            ("bytes=-5", Some("bytes=-5")),
            ("bytes=-0", Some("bytes=-0")),
            ("bytes=-500", Some("bytes=0-")),
            ("bytes=200-300", Some("bytes=200-300")),
            ("bytes=0-99999999999999999999999", Some("bytes=0-18446744073709551615")),
            ("items=0-9", None),
            ("bytes=5-1", None),
            ("bytes=-", None),
            ("bytes=a-b", None),
            ("bytes=0-1,4-5", None),
            ("bytes=+1-2", None),
            ("bytes", None),
        ] {
            assert_eq!(read(range, Some(100)).as_deref(), understood, "{range}");
        }
    }
}
