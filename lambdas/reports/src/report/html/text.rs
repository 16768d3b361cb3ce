//! User-provided text: names of customers and products.

/// Replaces each control character and each bidirectional formatting character with `�`. HTML cannot contain the former, and
/// the latter would change the direction of the text that follows.
///
/// The text is not escaped here. Its writer escapes it for the place where it is written.
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
