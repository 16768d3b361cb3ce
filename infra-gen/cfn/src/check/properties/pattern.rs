//! The patterns of the schemas, compiled when a value first needs one.

use std::collections::HashMap;

use regress::Regex;

/// The patterns met so far.
#[derive(Default)]
pub(super) struct Patterns(HashMap<&'static str, Option<Regex>>);

impl Patterns {
    /// Whether `pattern` is found in `text`. A pattern that is not valid ECMAScript forbids nothing.
    pub(super) fn is_match(&mut self, pattern: &'static str, text: &str) -> bool {
        let regex = self.0.entry(pattern).or_insert_with(|| compile(pattern));
        regex.as_ref().is_none_or(|regex| regex.find(text).is_some())
    }
}

/// JSON Schema asks for Unicode mode; some schemas escape letters that only the older mode lets one escape.
pub(super) fn compile(pattern: &str) -> Option<Regex> {
    Regex::with_flags(pattern, "u")
        .or_else(|_| Regex::new(pattern))
        .ok()
}
