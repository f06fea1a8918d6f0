//! What a page is, in the words of schema.org (JSON-LD 1.1).

use serde::Serialize;
use serde_json::Value;

/// What a page is. A template puts it into a `<script>` as it is: no character in it can end that.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct LinkedData(String);

impl LinkedData {
    /// Writes `value` so that it can stand in any page.
    pub fn new(value: &Value) -> Self {
        let mut safe = String::new();
        for character in value.to_string().chars() {
            match character {
                // What HTML reacts to in a script, and what scripts once took for the end of a line. All of
                // them can only stand in texts, where JSON knows another way to write them.
                '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                    safe.push_str(&format!("\\u{:04x}", u32::from(character)));
                }
                other => safe.push(other),
            }
        }
        Self(safe)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn no_text_ends_the_script_it_stands_in_and_each_is_read_back() {
        let hostile = "</script><!-- <script> ]]> & \u{2028}\u{2029} \"é\"\\";
        let LinkedData(written) = LinkedData::new(&json!({ "headline": hostile }));
        assert!(!written.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{written}");
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap()["headline"], hostile);
    }
}
