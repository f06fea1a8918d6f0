//! `mail.throttle`: how fast mail leaves.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::Deserialize;

use super::remark::Remark;
use crate::{
    diagnostic::nearest,
    outbox::throttle::{Group, Rate, Throttle, known_groups},
};

/// The table as it is written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenThrottle {
    rate: Option<Rate>,
    warm_up: Option<String>,
    groups: Vec<Group>,
}

impl WrittenThrottle {
    pub(super) fn into_throttle(self) -> Result<Throttle, Remark> {
        let warm_up = self.warm_up.map(|text| {
            text.parse::<NaiveDate>().map_err(|_| {
                let message = format!("`mail.throttle.warm_up` is {text:?}, which is no day");
                Remark::new(&["mail", "throttle", "warm_up"], message, "write the day of the first mail: 2026-12-01")
            })
        });
        let mut seen = HashSet::new();
        for (place, group) in self.groups.iter().enumerate() {
            let wrong = |message: String, help: String| {
                Remark::new(&["mail", "throttle", "groups", &place.to_string()], message, help)
            };
            if group.domains.is_empty() && !known_groups().any(|known| known == group.name) {
                let names = known_groups().collect::<Vec<_>>().join(", ");
                let help = nearest(&group.name, known_groups()).map_or_else(
                    || format!("list its `domains`, or name one of those that are known: {names}"),
                    |meant| format!("did you mean `{meant}`?"),
                );
                return Err(wrong(format!("the group {:?} has no domains", group.name), help));
            }
            for domain in &group.domains {
                if domain.contains('@') || !domain.contains('.') {
                    let message = format!("{domain:?} is no domain");
                    return Err(wrong(message, "write what stands behind the @ of an address: gmail.com".to_owned()));
                }
                if !seen.insert(domain.to_lowercase()) {
                    let message = format!("the domain {domain} is in two groups");
                    return Err(wrong(message, "take it out of one of them".to_owned()));
                }
            }
            let twice = self.groups.iter().filter(|other| other.name == group.name).count() > 1;
            if group.name.is_empty() || twice {
                let message = format!("{:?} is no name that a group has for itself", group.name);
                let keys = ["mail", "throttle", "groups", &place.to_string()];
                return Err(Remark::new(&keys, message, "give each group a name of its own"));
            }
        }
        Ok(Throttle::new(self.rate, warm_up.transpose()?, self.groups))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_would_slow_nobody_down_is_no_group() {
        let help = |groups: &str| {
            let written: WrittenThrottle = toml::from_str(&format!("groups = [{groups}]")).unwrap();
            written.into_throttle().map(drop).map_err(|remark| remark.help)
        };
        assert_eq!(help("{ name = \"google\", connections = 2 }"), Ok(()));
        assert_eq!(help("{ name = \"school\", domains = [\"school.example\"] }"), Ok(()));
        for (groups, what_to_do) in [
            ("{ name = \"gogle\", connections = 2 }", "did you mean `google`?"),
            ("{ name = \"a\", domains = [\"@gmail.com\"] }", "write what stands behind the @ of an address: gmail.com"),
            (
                "{ name = \"a\", domains = [\"x.example\"] }, { name = \"b\", domains = [\"X.example\"] }",
                "take it out of one of them",
            ),
        ] {
            assert_eq!(help(groups), Err(what_to_do.to_owned()), "{groups}");
        }
    }
}
