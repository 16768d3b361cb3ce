//! Excerpts of long paths and expressions, for messages.

/// The maximum number of characters in an excerpt.
const LONGEST: usize = 120;

/// The text in backticks. Of a long text, the part around byte `at`, with the character position.
pub(crate) fn excerpt(text: &str, at: usize) -> String {
    let length = text.chars().count();
    if length <= LONGEST {
        return format!("`{text}`");
    }
    let at = text.char_indices().take_while(|(byte, _)| *byte < at).count();
    let start = at.saturating_sub(LONGEST / 2).min(length - LONGEST);
    let part: String = text.chars().skip(start).take(LONGEST).collect();
    let before = if start > 0 { "…" } else { "" };
    let after = if start + LONGEST < length { "…" } else { "" };
    if at == 0 {
        return format!("`{part}{after}`");
    }
    format!("`{before}{part}{after}` (at character {} of {length})", at + 1)
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn a_short_text_is_shown_as_a_whole() {
        assert_eq!(excerpt("$.trip", 3), "`$.trip`");
    }

    #[test]
    fn a_long_text_is_cut_around_the_position() {
        let text = format!("{}é!{}", "a".repeat(1_000), "b".repeat(1_000));
        let (a, b) = ("a".repeat(59), "b".repeat(59));
        assert_eq!(
            excerpt(&text, 1_002),
            format!("`…{a}é!{b}…` (at character 1002 of 2002)")
        );
        assert_eq!(excerpt(&text, 0), format!("`{}…`", "a".repeat(120)));
    }
}
