//! Resource patterns of IAM policies.

/// Whether the pattern matches; `*` matches any text.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|text| {
            (0..=text.len()).any(|end| text.is_char_boundary(end) && matches(rest, &text[end..]))
        }),
    }
}

#[test]
fn an_asterisk_matches_any_text() {
    for (pattern, text) in [("*", ""), ("*", "a/b"), ("a/*", "a/b/c"), ("a:*:c", "a:b:c")] {
        assert!(matches(pattern, text), "{pattern} {text}");
    }
    for (pattern, text) in [("a", "ab"), ("a/*", "a"), ("a:*:c", "a:b:d"), ("a/*", "b/a/c")] {
        assert!(!matches(pattern, text), "{pattern} {text}");
    }
}
