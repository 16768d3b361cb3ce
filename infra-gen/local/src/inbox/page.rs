//! The HTML page of the inbox. Without the script the page is complete; the script adds new messages at the top.

use linkify::{LinkFinder, LinkKind};
use maud::{DOCTYPE, Markup, html};

use super::message::Message;

/// Adds new messages to the open page.
pub(super) const SCRIPT: &str = include_str!("page.js");
/// The style, with a light and a dark theme.
pub(super) const STYLE: &str = include_str!("page.css");

/// The whole page.
pub(super) fn page(messages: &[Message]) -> String {
    let count = match messages.len() {
        0 => "No messages yet.".to_owned(),
        1 => "1 message, as it was delivered on this machine.".to_owned(),
        many => format!("{many} messages, newest first, as they were delivered on this machine."),
    };
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { "Inbox" }
                link rel="icon" href="data:,";
                link rel="stylesheet" href="/_inbox/page.css";
                script src="/_inbox/page.js" defer {}
            }
            body {
                main {
                    h1 { "Inbox" }
                    p #count role="status" { (count) }
                    div #messages {
                        @for message in messages { (article(message)) }
                    }
                }
            }
        }
    };
    page.into_string() + "\n"
}

fn article(message: &Message) -> Markup {
    let Message {
        id,
        at,
        from,
        to,
        subject,
        text,
    } = message;
    let heading = format!("subject-{id}");
    html! {
        article data-id=(id) aria-labelledby=(heading) {
            h2 id=(heading) {
                @if subject.is_empty() { "(no subject)" } @else { (subject) }
            }
            p.envelope {
                "From " b { (from) } " to "
                b { @if to.is_empty() { "its subscribers" } @else { (to.join(", ")) } }
                " at " time datetime=(at) { (at) }
            }
            div.text { (linked(text)) }
        }
    }
}

/// The text with its web addresses as links. Links of other schemes stay text: some of them run scripts.
fn linked(text: &str) -> Markup {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    html! {
        @for span in finder.spans(text) {
            @if span.kind().is_some() && is_web_address(span.as_str()) {
                a href=(span.as_str()) target="_blank" rel="noopener noreferrer" { (span.as_str()) }
            } @else {
                (span.as_str())
            }
        }
    }
}

fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_inbox_has_no_messages() {
        assert!(page(&[]).contains("No messages yet."));
    }

    #[test]
    fn html_in_a_message_is_escaped() {
        let evil = "\"'><script>alert(1)</script>".to_owned();
        let page = page(&[Message {
            id: evil.clone(),
            at: evil.clone(),
            from: evil.clone(),
            to: vec![evil.clone()],
            subject: evil.clone(),
            text: evil,
        }]);
        assert_eq!(page.matches("<script").count(), 1, "the page's own: {page}");
        assert_eq!(page.matches("&lt;script&gt;alert(1)").count(), 9, "{page}");
        assert!(!page.contains("\"'>"), "{page}");
    }

    #[test]
    fn a_web_address_is_a_link_without_the_punctuation_around_it() {
        assert_eq!(
            linked("See (https://example.com/a?b=c&d=e).").into_string(),
            "See (<a href=\"https://example.com/a?b=c&amp;d=e\" target=\"_blank\" rel=\"noopener noreferrer\">\
             https://example.com/a?b=c&amp;d=e</a>)."
        );
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(
            linked("<script>alert('x')</script> javascript:alert(1)").into_string(),
            "&lt;script&gt;alert('x')&lt;/script&gt; javascript:alert(1)"
        );
        for scheme in ["javascript", "data", "file", "vbscript"] {
            let html = linked(&format!("{scheme}://x.example/%0Aalert(1)")).into_string();
            assert!(!html.contains("<a "), "{html}");
        }
        let html = linked("http://a\" onclick=\"alert(1) https://b'><img src=x>").into_string();
        assert!(!html.contains("<img"), "{html}");
        assert!(!html.contains("\" onclick"), "{html}");
        assert_eq!(html.matches("<a ").count(), 2, "{html}");
    }

    #[test]
    fn the_text_of_a_message_is_complete() {
        let text = "ä http://x/ö\nß https://y.example:8443/z#t end";
        let plain = linked(text)
            .into_string()
            .split('<')
            .map(|part| part.rsplit_once('>').map_or(part, |(_, text)| text))
            .collect::<String>();
        assert_eq!(plain, text);
    }
}
