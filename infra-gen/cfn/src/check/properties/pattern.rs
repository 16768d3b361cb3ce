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

/// The first character that a pattern of one class, such as `^[a-z]+$`, does not allow.
pub(super) fn refused_character(pattern: &str, text: &str) -> Option<char> {
    let inner = pattern.strip_prefix('^')?.strip_suffix('$')?;
    let mut is_escaped = false;
    let end = inner.char_indices().skip(1).find_map(|(i, c)| {
        let ends = c == ']' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends.then_some(i + 1)
    })?;
    let (class, count) = inner.split_at(end);
    let is_count =
        matches!(count, "*" | "+") || (count.starts_with('{') && count.find('}') == Some(count.len() - 1));
    if !class.starts_with('[') || !is_count {
        return None;
    }
    let regex = compile(&format!("^{class}$"))?;
    text.chars()
        .find(|c| regex.find(c.encode_utf8(&mut [0; 4])).is_none())
}

#[cfg(test)]
mod tests {
    use super::{Patterns, refused_character};

    #[test]
    fn a_character_outside_of_the_only_class_is_found() {
        assert_eq!(refused_character(r"^[^\s]+$", "a b"), Some(' '));
        assert_eq!(refused_character(r"^[a-z\]]{1,5}$", "a]B"), Some('B'));
        assert_eq!(refused_character(r"^[a-z]{1,2}$", "abc"), None);
        assert_eq!(refused_character(r"^[a-z]+[0-9]$", "A"), None);
    }

    #[test]
    fn an_unknown_class_matches_everything() {
        let mut patterns = Patterns::default();
        assert!(patterns.is_match(r"^\p{Alpha}+$", "Step"));
        assert!(!patterns.is_match(r"^\p{L}+$", "1"));
        assert!(!patterns.is_match(r"^[a-z\_]+$", "1"));
    }
}
