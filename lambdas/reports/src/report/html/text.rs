//! Texts of strangers: names of customers and products, as they stand in the page.

/// The text without what is no text: control characters, which a page cannot hold, and the marks that turn the
/// direction of what follows, which would reach beyond the name. Each leaves a `�` where it was.
///
/// It is not escaped here. What writes it into the page does that, according to where it goes.
pub(super) fn visible(text: &str) -> String {
    text.chars()
        .map(|char| {
            if is_visible(char) {
                char
            } else {
                char::REPLACEMENT_CHARACTER
            }
        })
        .collect()
}

fn is_visible(char: char) -> bool {
    !char.is_control() && !matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
