//! How wide a text is, about, and where it breaks. Fonts differ from one machine to the next, so a little room is left.

/// The width of `text` in a sans-serif font of `size` pixels.
pub(super) fn width(text: &str, size: i32) -> i32 {
    let hundredths: i32 = text
        .chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 30,
            'f' | 't' | 'r' | ' ' | '(' | ')' | '[' | ']' | '-' | '/' => 38,
            'm' | 'w' | 'M' | 'W' | '@' | '%' => 90,
            c if c.is_ascii_uppercase() => 70,
            c if c.is_ascii() => 58,
            _ => 70,
        })
        .sum();
    hundredths * size / 100 + 2
}

/// `text` in lines of at most `limit` pixels, broken between words where it can be.
pub(super) fn lines(text: &str, size: i32, limit: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(word, size) + 4 <= limit => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
