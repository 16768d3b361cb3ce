//! Rows that are in the page but not displayed: JSON in a script element whose type browsers do not execute.
//!
//! Such an element ends at the first `</script`, even inside a string, and `<!--` changes how its end is found. Neither can
//! occur: in strings, `<`, `>` and `&` are written as `\u003c`, `\u003e` and `\u0026`, and JSON contains none of them
//! outside of strings.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

pub(super) const OPEN: &[u8] = b"<script type=\"application/json\">[\n";
pub(super) const NEXT: &[u8] = b",\n";
pub(super) const CLOSE: &[u8] = b"\n]</script>\n";

/// Writes a value so that it cannot end the element.
pub(super) fn write(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, Inert);
    value.serialize(&mut serializer)?;
    Ok(())
}

/// Compact JSON without characters that are special in HTML.
struct Inert;

impl Formatter for Inert {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(['<', '>', '&']) {
            out.write_all(&rest.as_bytes()[..at])?;
            out.write_all(match rest.as_bytes()[at] {
                b'<' => b"\\u003c",
                b'>' => b"\\u003e",
                _ => b"\\u0026",
            })?;
            rest = &rest[at + 1..];
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_text_round_trips_without_a_tag(
            texts in proptest::collection::vec(prop_oneof![any::<String>(), "(</script|<!--|]]>|&lt;|[<>&/])*"], 0..4)
        ) {
            let mut out = Vec::new();
            write(&mut out, &texts).unwrap();
            prop_assert!(!out.iter().any(|byte| b"<>&".contains(byte)));
            prop_assert_eq!(serde_json::from_slice::<Vec<String>>(&out).unwrap(), texts);
        }
    }
}
