//! The inbox as a page: plain HTML from here, kept fresh by a script that puts new messages on top.
//!
//! Without the script the page is complete; it only does not change by itself.

use super::links::{escape, linked};
use super::message::Message;

/// Keeps the page fresh.
pub(super) const SCRIPT: &str = include_str!("page.js");
/// How it looks, by day and by night.
pub(super) const STYLE: &str = include_str!("page.css");

/// The whole page.
pub(super) fn html(messages: &[Message]) -> String {
    let list: String = messages.iter().map(article).collect();
    let count = match messages.len() {
        0 => "Nothing has been sent yet.".to_owned(),
        1 => "1 message, as it was delivered on this machine.".to_owned(),
        many => format!("{many} messages, newest first, as they were delivered on this machine."),
    };
    format!(
        "<!doctype html>\n\
         <html lang=\"en\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>Inbox</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n\
         <link rel=\"stylesheet\" href=\"/_inbox/page.css\">\n\
         <script src=\"/_inbox/page.js\" defer></script>\n\
         </head>\n\
         <body>\n\
         <main>\n\
         <h1>Inbox</h1>\n\
         <p id=\"count\" role=\"status\">{count}</p>\n\
         <div id=\"messages\">\n{list}</div>\n\
         </main>\n\
         </body>\n\
         </html>\n"
    )
}

fn article(message: &Message) -> String {
    let Message {
        id,
        at,
        from,
        to,
        subject,
        text,
    } = message;
    let subject = if subject.is_empty() {
        "(no subject)"
    } else {
        subject
    };
    let (id, at, from, subject) = (escape(id), escape(at), escape(from), escape(subject));
    let to = if to.is_empty() {
        "its subscribers".to_owned()
    } else {
        escape(&to.join(", "))
    };
    let text = linked(text);
    format!(
        "<article data-id=\"{id}\" aria-labelledby=\"subject-{id}\">\n\
         <h2 id=\"subject-{id}\">{subject}</h2>\n\
         <p class=\"envelope\">From <b>{from}</b> to <b>{to}</b> at <time datetime=\"{at}\">{at}</time></p>\n\
         <div class=\"text\">{text}</div>\n\
         </article>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_inbox_says_so() {
        assert!(html(&[]).contains("Nothing has been sent yet."));
    }

    #[test]
    fn whatever_a_message_says_stays_text() {
        let evil = "\"'><script>alert(1)</script>".to_owned();
        let page = html(&[Message {
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
}
