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

/// JSON Schema requires Unicode mode. Some schemas have escapes that are valid without it only. Without it, a class such as
/// `\p{Alpha}`, which ECMAScript does not have, would match its letters.
fn compile(pattern: &str) -> Option<Regex> {
    let in_unicode_mode = Regex::with_flags(pattern, "u").ok();
    in_unicode_mode.or_else(|| {
        let has_class = pattern.contains(r"\p{") || pattern.contains(r"\P{");
        Regex::new(pattern).ok().filter(|_| !has_class)
    })
}

#[cfg(test)]
mod tests {
    use super::Patterns;

    #[test]
    fn an_unknown_class_matches_everything() {
        let mut patterns = Patterns::default();
        assert!(patterns.is_match(r"^\p{Alpha}+$", "Step"));
        assert!(!patterns.is_match(r"^\p{L}+$", "1"));
        assert!(!patterns.is_match(r"^[a-z\_]+$", "1"));
    }
}
