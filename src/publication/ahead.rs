//! Corrections that are still to come.

use super::Publication;
use crate::{clock::Timestamp, diagnostic::Diagnostic};

impl Publication {
    /// Takes no notice of an `updated` that lies behind `now`: no feed may say that it changed at a time that has not come
    /// (RFC 4287 section 4.2.15). Says so.
    pub fn hold_back_corrections(&mut self, now: Timestamp) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for post in &mut self.posts {
            let Some(updated) = post.updated.take_if(|updated| *updated > now) else { continue };
            let message = format!(
                "this says that it was last changed on {} (UTC), which is still to come: nobody is told of it before",
                updated.format("%Y-%m-%d %H:%M")
            );
            let (line, column) = post.place("updated", "");
            let found_here = Diagnostic::warning(&post.file, "updated-ahead", message).at(line, column);
            found.push(found_here.help("write the day on which it was changed"));
        }
        found
    }
}
