//! The regular expressions of the schemas, compiled at first use.

use std::collections::HashMap;

use regress::Regex;

/// The expressions compiled so far.
#[derive(Default)]
pub(super) struct Patterns(HashMap<&'static str, Option<Regex>>);

impl Patterns {
    /// Whether `pattern` matches somewhere in `text`. A pattern that is not valid ECMAScript matches everything.
    pub(super) fn is_match(&mut self, pattern: &'static str, text: &str) -> bool {
        let regex = self.0.entry(pattern).or_insert_with(|| compile(pattern));
        regex.as_ref().is_none_or(|regex| regex.find(text).is_some())
    }
}

/// JSON Schema requires Unicode mode. Some schemas have escapes that are valid without it only.
pub(super) fn compile(pattern: &str) -> Option<Regex> {
    Regex::with_flags(pattern, "u")
        .or_else(|_| Regex::new(pattern))
        .ok()
}
