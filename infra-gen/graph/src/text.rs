//! Estimates the width of text, and breaks it into lines. Fonts differ between machines, so the estimates leave some
//! room.

/// The width of `text` in a sans-serif font of `size` pixels.
pub(crate) fn width(text: &str, size: i32) -> i32 {
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

/// Breaks `text` between words into lines of at most `limit` pixels. A longer word gets a line of its own.
pub(crate) fn lines(text: &str, size: i32, limit: i32) -> Vec<String> {
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
