//! A line of text as people write it: a name, a street, a city.
//!
//! It is shown beside other text, on pages, in reports and on a label, and must neither break out of its line, nor turn what
//! stands beside it around, nor be nothing to look at. Absent: which letters a name is made of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::validated_text;

// The pattern is the gateway's and the form's first look. It leaves out that something has to be visible, and what lies beyond
// U+FFFF: not every dialect of its readers can say so.
/// A line of text: 1 to 100 characters, at least one of them visible, with a space at neither end. No control character,
/// no line or paragraph separator, none that embeds, overrides or isolates a direction of writing (U+202A to U+202E,
/// U+2066 to U+2069), no interlinear annotation (U+FFF9 to U+FFFB), no noncharacter and none for private use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend(
    "minLength" = 1,
    "maxLength" = 100,
    "pattern" = r"^[^\u0000-\u0020\u007f-\u009f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff](?:[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]*[^\u0000-\u0020\u007f-\u009f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff])?$"
))]
pub struct TextLine(String);

validated_text!(
    TextLine,
    |text| {
        // Characters are counted only of what cannot be too long to count.
        (1..=400).contains(&text.len())
            && text.chars().count() <= 100
            && !text.chars().any(breaks_out)
            && !text.chars().any(means_nothing)
            && text.chars().any(is_visible)
            && !text.starts_with(' ')
            && !text.ends_with(' ')
    },
    expected "1 to 100 visible characters on one line, with a space at neither end, and without control, private-use and direction-changing characters"
);

/// Whether a character ends the line, or reaches beyond it by turning the direction in which all that follows is read.
///
/// The marks U+200E, U+200F and U+061C turn nothing but where they stand, and belong into names of two scripts.
fn breaks_out(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character means nothing to others: it annotates what is not there, is no character, or is a private agreement.
fn means_nothing(c: char) -> bool {
    let code = u32::from(c);
    let is_noncharacter = code & 0xfffe == 0xfffe || matches!(code, 0xfdd0..=0xfdef);
    is_noncharacter
        || matches!(c,
            '\u{fff9}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}'
        )
}

/// Whether a character shows anything where it stands alone.
///
/// A joiner between letters is good Persian, and one by itself is nothing. Besides white space it is what Unicode calls
/// default ignorable that shows nothing, assigned or kept for later, and a Braille cell without dots.
fn is_visible(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};
    use regress::Regex;

    use super::*;
    use crate::text::tests::{check, is_published};

    #[test]
    fn a_line_of_text_is_trimmed_and_has_no_breaks() {
        let longest = "ß".repeat(100);
        for right in ["Ann", "A", "Søren O'Neil-李", "12 Main St., Flat 3", &longest] {
            check::<TextLine>(right, true);
        }
        let too_long = "ß".repeat(101);
        for wrong in [
            "",
            " ",
            " Ann",
            "Ann ",
            "A\nB",
            "A\tB",
            "A\u{7f}",
            "A\u{85}B",
            "A\u{2028}B",
            "A\u{2029}B",
            &too_long,
        ] {
            check::<TextLine>(wrong, false);
        }
    }

    #[test]
    fn a_line_of_text_keeps_its_direction_to_itself() {
        for right in ["דוד Ann", "דוד\u{200e} (Ann)", "A\u{200f}", "\u{61c}A"] {
            check::<TextLine>(right, true);
        }
        for wrong in [
            "Ann \u{202e}nnA",
            "\u{202a}Ann\u{202c}",
            "\u{202b}A",
            "\u{202d}A",
            "A\u{2066}",
            "\u{2067}A",
            "\u{2068}Ann\u{2069}",
        ] {
            check::<TextLine>(wrong, false);
        }
    }

    #[test]
    fn a_line_of_text_means_something_to_others() {
        for wrong in [
            "A\u{fff9}B\u{fffa}C\u{fffb}",
            "A\u{fffe}",
            "A\u{ffff}",
            "\u{fdd0}A",
            "A\u{fdef}",
            "A\u{e000}",
            "\u{f8ff}",
        ] {
            check::<TextLine>(wrong, false);
        }
        // These pass the pattern, and the handler refuses them.
        for wrong in [
            "A\u{1fffe}",
            "A\u{10ffff}",
            "A\u{f0000}",
            "A\u{100000}",
            "A\u{10fffd}",
        ] {
            assert!(TextLine::parse(wrong).is_err(), "{wrong:?}");
        }
        // The replacement character, an ideograph and an emoji beyond U+FFFF.
        for right in ["A\u{fffd}", "𠮷野家", "🍪"] {
            check::<TextLine>(right, true);
        }
    }

    #[test]
    fn a_line_of_text_shows_something() {
        // Joined letters, an emoji of several, a flag made of tags, a soft hyphen, a mark on a letter.
        for right in [
            "می\u{200c}خواهم",
            "👩\u{200d}🍳",
            "🏴\u{e0067}\u{e0062}\u{e007f}",
            "Oster\u{ad}gasse",
            "e\u{301}",
        ] {
            check::<TextLine>(right, true);
        }
        // Each passes the pattern, and the handler refuses it.
        for blank in [
            "\u{a0}",
            "\u{3000}",
            "\u{200b}",
            "\u{200d}",
            "\u{2060}",
            "\u{feff}",
            "\u{3164}",
            "\u{2800}",
            "\u{fe0f}",
            "\u{200b} \u{200b}",
        ] {
            assert!(TextLine::parse(blank).is_err(), "{blank:?}");
        }
    }

    #[test]
    fn what_is_invisible_is_what_unicode_says() {
        let blank = Regex::with_flags(BLANK, "u").unwrap();
        for c in ('\0'..=char::MAX).filter(|c| !c.is_control()) {
            let mut buffer = [0; 4];
            let shows_nothing = blank.find(c.encode_utf8(&mut buffer)).is_some();
            assert_eq!(is_visible(c), !shows_nothing, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_parsed_is_what_is_published_and_shows_something(
            text in prop_oneof![any::<String>(), "[ \u{0}-\u{ff}]{0,110}", odd_text()]
        ) {
            let visible = Regex::with_flags(VISIBLE, "u").unwrap().find(&text).is_some();
            let shared = Regex::with_flags(UNSHARED, "u").unwrap().find(&text).is_none();
            prop_assert_eq!(TextLine::parse(&text).is_ok(), is_published::<TextLine>(&text) && visible && shared);
        }
    }

    const BLANK: &str = r"^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]$";
    const UNSHARED: &str = r"[\p{Private_Use}\p{Noncharacter_Code_Point}\ufff9-\ufffb]";
    const VISIBLE: &str = r"[^\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]";

    /// Few letters, among much that is none.
    fn odd_text() -> impl Strategy<Value = String> {
        let odd = "aß👩 \n\u{85}\u{a0}\u{ad}\u{200b}\u{200d}\u{200e}\u{2028}\u{2029}\u{202a}\u{202e}\u{202f}\u{2060}\u{2065}\u{2066}\u{2069}\u{206a}\u{2800}\u{3164}\u{feff}\u{e000}\u{fdd0}\u{fff9}\u{fffd}\u{ffff}\u{1fffe}\u{f0000}\u{10fffd}";
        vec(select(odd.chars().collect::<Vec<_>>()), 0..6).prop_map(String::from_iter)
    }
}
