//! Text as HTML: everything escaped, addresses made into links.

/// Writes a text so that it stays text.
pub(super) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            // Neither may stand in a document.
            '\0' | '\u{c}' => html.push('\u{fffd}'),
            other => html.push(other),
        }
    }
    html
}

/// [`escape`]s a text, and makes links of the web addresses in it.
pub(super) fn linked(text: &str) -> String {
    let mut html = String::new();
    let mut rest = text;
    while let Some(start) = next_address(rest) {
        let (before, found) = rest.split_at(start);
        let (address, after) = found.split_at(address_length(found));
        html.push_str(&escape(before));
        let shown = escape(address);
        for part in [
            "<a href=\"",
            &shown,
            "\" target=\"_blank\" rel=\"noopener noreferrer\">",
            &shown,
            "</a>",
        ] {
            html.push_str(part);
        }
        rest = after;
    }
    html + &escape(rest)
}

fn next_address(text: &str) -> Option<usize> {
    ["http://", "https://"]
        .into_iter()
        .filter_map(|scheme| text.find(scheme))
        .min()
}

/// Where the address ends that the text starts with: before white space or a quote, and without the punctuation of
/// the sentence around it.
fn address_length(text: &str) -> usize {
    let ends =
        |character: char| character.is_whitespace() || character.is_control() || "<>\"'`".contains(character);
    let end = text.find(ends).unwrap_or(text.len());
    text[..end]
        .trim_end_matches(|character| ".,;:!?)]}".contains(character))
        .len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_link_without_the_sentence_around_it() {
        assert_eq!(
            linked("See (https://example.com/a?b=c&d=e)."),
            "See (<a href=\"https://example.com/a?b=c&amp;d=e\" target=\"_blank\" rel=\"noopener noreferrer\">\
             https://example.com/a?b=c&amp;d=e</a>)."
        );
    }

    #[test]
    fn nothing_but_text_and_links_comes_out() {
        assert_eq!(
            linked("<script>alert('x')</script> javascript:alert(1)"),
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; javascript:alert(1)"
        );
        let html = linked("http://a\" onclick=\"alert(1) https://b'><img src=x>");
        assert!(!html.contains("<img"), "{html}");
        assert!(!html.contains("\" onclick"), "{html}");
        assert_eq!(html.matches("<a ").count(), 2, "{html}");
    }

    #[test]
    fn every_character_of_a_long_mail_is_there() {
        let text = "ä http://x/ö\nß https://y.example:8443/z#t end";
        let plain = linked(text)
            .split('<')
            .map(|part| part.rsplit_once('>').map_or(part, |(_, text)| text))
            .collect::<String>();
        assert_eq!(plain, text);
    }
}
