//! Converts AWS's documentation to rustdoc: the first paragraph, with its Markdown repaired, wrapped to the line width.

/// The line width, as in `rustfmt.toml`.
const WIDTH: usize = 110;

/// A longer paragraph is cut after the first sentence that ends beyond this length.
const MAX_LENGTH: usize = 400;

/// A doc comment indented by `indent` spaces. Paragraphs are wrapped, with an empty line between them.
pub fn comment<'a>(indent: usize, paragraphs: impl IntoIterator<Item = &'a str>) -> String {
    let mut comment = String::new();
    let margin = " ".repeat(indent);
    for (i, paragraph) in paragraphs.into_iter().enumerate() {
        if i > 0 {
            comment.extend([&margin, "///\n"]);
        }
        for line in wrap(paragraph, WIDTH - indent - "/// ".len()) {
            comment.extend([&margin, "/// ", &line, "\n"]);
        }
    }
    comment
}

/// The first paragraph of `markdown` as one line of valid Markdown; `None` if it is empty.
pub fn first_paragraph(markdown: &str) -> Option<String> {
    let paragraph = markdown
        .split("\n\n")
        .map(str::trim)
        .find(|paragraph| !paragraph.is_empty() && !paragraph.starts_with(['>', '#', '|']))?;
    let mut words = String::new();
    for word in paragraph.split_whitespace() {
        if !words.is_empty() && !matches!(word, "." | "," | ";" | ":" | ")" | ".)") {
            words.push(' ');
        }
        words.push_str(word);
    }
    let clean = escape(shorten(&words));
    (!clean.is_empty()).then_some(clean)
}

/// Cuts a long text after a sentence.
fn shorten(text: &str) -> &str {
    let end = text
        .match_indices(". ")
        .map(|(place, _)| place + 1)
        .find(|place| *place > MAX_LENGTH);
    &text[..end.unwrap_or(text.len())]
}

/// Escapes text that rustdoc would treat as markup: brackets without a link, angle brackets and unclosed code spans. Keeps
/// code spans and links, and makes links of bare URLs.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = code_span(rest, &mut escaped)
            .or_else(|| link(rest, &mut escaped))
            .or_else(|| bare_url(rest, &mut escaped))
            .unwrap_or_else(|| {
                if matches!(first, '[' | ']' | '<' | '>' | '`' | '|') {
                    escaped.push('\\');
                }
                escaped.push(first);
                first.len_utf8()
            });
        rest = &rest[taken..];
    }
    escaped
}

/// Copies a code span at the start of `text` and returns its length.
fn code_span(text: &str, out: &mut String) -> Option<usize> {
    let ticks = text.len() - text.trim_start_matches('`').len();
    if ticks == 0 {
        return None;
    }
    let fence = &text[..ticks];
    let length = text[ticks..].find(fence)?;
    let code = text[ticks..ticks + length].trim_matches(['`', ' ']);
    if code.is_empty() {
        return None;
    }
    out.push('`');
    out.push_str(code);
    out.push('`');
    let after = &text[ticks + length..];
    Some(ticks + length + (after.len() - after.trim_start_matches('`').len()))
}

/// Copies a link at the start of `text` and returns its length.
fn link(text: &str, out: &mut String) -> Option<usize> {
    let label_end = text.strip_prefix('[')?.find("](")? + 1;
    let label = &text[1..label_end];
    let target_start = label_end + "](".len();
    let target_end = target_start + text[target_start..].find(')')?;
    let target = &text[target_start..target_end];
    if label.contains('[') || label.trim().is_empty() {
        return None;
    }
    let label = label.replace("&nbsp;", " ").replace('"', "");
    if target.starts_with("https://") || target.starts_with("http://") {
        out.extend(["[", &escape(label.trim()), "](", &target.replace(' ', "%20"), ")"]);
    } else {
        // Relative links do not work outside of the original page.
        *out += &escape(label.trim());
    }
    Some(target_end + 1)
}

/// Copies a bare URL at the start of `text` in angle brackets and returns its length.
fn bare_url(text: &str, out: &mut String) -> Option<usize> {
    if !(text.starts_with("https://") || text.starts_with("http://")) {
        return None;
    }
    let end = text
        .find(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '"' | '\'' | '`' | ')' | ']' | '<' | '>' | ',' | '*' | '{' | '$'
                )
        })
        .unwrap_or(text.len());
    let address = text[..end].trim_end_matches(['.', ';', ':']);
    if address.ends_with("//") {
        return None;
    }
    out.extend(["<", address, ">"]);
    Some(address.len())
}

/// Wraps `text`. No line begins with the marker of a list, a heading or a quotation.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width || begins_block(word) => {
                line.push(' ');
                line.push_str(word);
            }
            None if begins_block(word) => lines.push(format!("\\{word}")),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn begins_block(word: &str) -> bool {
    let is_numbered = word
        .strip_suffix(['.', ')'])
        .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    is_numbered || word.starts_with('#') || matches!(word, "-" | "+" | "*" | "=" | "==" | "--" | "---")
}

#[cfg(test)]
mod tests {
    use super::{comment, first_paragraph};

    #[track_caller]
    fn check(markdown: &str, clean: &str) {
        assert_eq!(first_paragraph(markdown).as_deref(), Some(clean));
    }

    #[test]
    fn only_the_first_paragraph_is_kept() {
        check("One.\nStill one.\n\nTwo.", "One. Still one.");
        check("> A note first.\n\nThen text.", "Then text.");
    }

    #[test]
    fn spaces_before_a_full_stop_are_removed() {
        check("See `Arn` .", "See `Arn`.");
    }

    #[test]
    fn brackets_without_a_link_are_escaped() {
        check("A list [a, b] of <name>", "A list \\[a, b\\] of \\<name\\>");
        check(
            "See [the guide](https://docs.aws.amazon.com/x) .",
            "See [the guide](https://docs.aws.amazon.com/x).",
        );
        check("See [the guide](./x.html)", "See the guide");
    }

    #[test]
    fn bare_urls_become_links() {
        check("See https://example.com/a.", "See <https://example.com/a>.");
        check("Like `https://example.com`", "Like `https://example.com`");
    }

    #[test]
    fn an_unclosed_code_span_is_escaped() {
        check("Odd ` tick", "Odd \\` tick");
        check("Odd ``code``.", "Odd `code`.");
    }

    #[test]
    fn no_line_begins_a_list() {
        let text = format!("{} - then 1. end", "word ".repeat(20));
        for line in comment(4, [text.as_str()]).lines() {
            assert!(!line.trim_start().starts_with("/// -"), "{line}");
        }
    }
}
