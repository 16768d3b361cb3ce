//! Converts HTML mail to plain text.

/// The elements that start a new line.
const BLOCKS: [&str; 8] = ["br", "p", "div", "li", "tr", "h1", "h2", "h3"];

/// The text of an HTML mail, without tags. The result is shown as text, so it does not have to be exact.
pub(super) fn plain_text(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let Some((tag, rest)) = part.split_once('>') else {
            text.push_str(part);
            continue;
        };
        let tag = tag.trim_start_matches('/').to_ascii_lowercase();
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if BLOCKS.contains(&name) && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(rest);
    }
    // `&amp;` comes last, so that `&amp;lt;` becomes `&lt;`.
    text.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn tags_are_removed_and_blocks_start_a_new_line() {
        assert_eq!(
            plain_text("<p>Hello,<br/>it is <b>x&amp;y</b></p><DIV class=\"a\">1 &lt; 2</DIV>"),
            "Hello,\nit is x&y\n1 < 2"
        );
    }
}
