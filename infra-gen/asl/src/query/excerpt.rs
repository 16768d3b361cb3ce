//! What a definition says, in messages about it: whole where it is short; where it is long, the part that is spoken of.

/// The most characters that are shown.
const LONGEST: usize = 120;

/// The text in backticks; of a long one what is around the byte `at`, and which character that is.
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
    fn what_is_short_is_shown_whole() {
        assert_eq!(excerpt("$.trip", 3), "`$.trip`");
    }

    #[test]
    fn of_what_is_long_only_the_part_that_is_spoken_of_is_shown() {
        let text = format!("{}é!{}", "a".repeat(1_000), "b".repeat(1_000));
        let (a, b) = ("a".repeat(59), "b".repeat(59));
        assert_eq!(
            excerpt(&text, 1_002),
            format!("`…{a}é!{b}…` (at character 1002 of 2002)")
        );
        assert_eq!(excerpt(&text, 0), format!("`{}…`", "a".repeat(120)));
    }
}
