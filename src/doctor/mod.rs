//! What has to be right around the program for its mail to arrive: DNS records, the relay, the machine.
//!
//! [`Dns`] asks; what the answers mean is decided by pure functions, each of which says, where
//! something is missing, exactly what to publish.

mod dns;
mod finding;
mod machine;
mod records;
mod duties;

pub use dns::{Dns, NoAnswer};
pub use duties::{
    judge_ahead, judge_daemon, judge_due, judge_expired, judge_file, judge_issue, judge_language, judge_last,
    judge_relay, judge_slot, judge_unfinished,
};
pub use finding::{Finding, Standing};
pub use machine::{judge_clock, judge_room, judge_secret, judge_writable};
pub use records::{
    Policy, judge_alignment, judge_dkim, judge_dmarc, judge_mail_host, judge_reverse, judge_sender, judge_spf,
    judge_web, txt_record,
};
