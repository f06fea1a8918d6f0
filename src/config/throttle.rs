//! `mail.throttle`: how fast mail leaves.

use chrono::NaiveDate;
use serde::Deserialize;

use super::remark::Remark;
use crate::outbox::throttle::{Group, Rate, Throttle};

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
        for (place, group) in self.groups.iter().enumerate() {
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
