//! A line of text: a name, a street, a city.
//!
//! It is displayed next to other text on pages, in reports and on labels. So it must not contain line breaks or bidi
//! overrides, and must have a visible character. The letters are not restricted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::validated_text;

// The pattern does not check visibility or characters above U+FFFF: JSON Schema regex dialects disagree on the Unicode classes
// that this needs. The handlers check both.
/// A line of text: 1 to 100 characters, at least one of them visible, without leading or trailing spaces. It must not contain
/// control characters, line or paragraph separators, bidi embeddings, overrides or isolates (U+202A to U+202E, U+2066 to
/// U+2069), interlinear annotations (U+FFF9 to U+FFFB), noncharacters, or private-use characters.
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
    |text| is_line_of(text, 100),
    expected "1 to 100 visible characters on one line, without leading or trailing spaces, and without control, private-use and bidi control characters"
);

/// A note: 1 to 500 characters on one line. The other rules are those of [`TextLine`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend(
    "minLength" = 1,
    "maxLength" = 500,
    "pattern" = r"^[^\u0000-\u0020\u007f-\u009f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff](?:[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]*[^\u0000-\u0020\u007f-\u009f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff])?$"
))]
pub struct NoteText(String);

validated_text!(
    NoteText,
    |text| is_line_of(text, 500),
    expected "1 to 500 visible characters on one line, without leading or trailing spaces, and without control, private-use and bidi control characters"
);

fn is_line_of(text: &str, most: usize) -> bool {
    // The length in bytes limits how many characters are counted.
    (1..=4 * most).contains(&text.len())
        && text.chars().count() <= most
        && !text.chars().any(is_line_break_or_bidi_control)
        && !text.chars().any(is_meaningless)
        && text.chars().any(is_visible)
        && !text.starts_with(' ')
        && !text.ends_with(' ')
}

/// Whether a character breaks the line, or changes the writing direction of the text after it.
///
/// The marks U+200E, U+200F and U+061C affect only their own position, and names in two scripts need them.
fn is_line_break_or_bidi_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character has no meaning for other readers: an interlinear annotation, a noncharacter or a private-use character.
fn is_meaningless(c: char) -> bool {
    let code = u32::from(c);
    let is_noncharacter = code & 0xfffe == 0xfffe || matches!(code, 0xfdd0..=0xfdef);
    is_noncharacter
        || matches!(c,
            '\u{fff9}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}'
        )
}

/// Whether a character on its own is visible.
///
/// Invisible are white space, the code points with the property `Default_Ignorable_Code_Point` of Unicode 17.0, and the Braille
/// cell without dots. They are allowed next to visible characters: Persian, for example, needs joiners. A test compares the
/// table with the Unicode data of the crate `regress`.
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
    fn a_note_is_a_longer_line() {
        check::<NoteText>(&"ß".repeat(500), true);
        check::<NoteText>("The customer called.", true);
        for wrong in ["", " ", "A\nB", "A\u{202e}", &"ß".repeat(501)] {
            check::<NoteText>(wrong, false);
        }
    }

    #[test]
    fn a_line_of_text_has_no_bidi_controls() {
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
    fn a_line_of_text_has_no_meaningless_characters() {
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
        // The pattern accepts these, and the parser refuses them.
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
    fn a_line_of_text_has_a_visible_character() {
        // Joined letters, a composed emoji, a flag made of tags, a soft hyphen, a combining mark.
        for right in [
            "می\u{200c}خواهم",
            "👩\u{200d}🍳",
            "🏴\u{e0067}\u{e0062}\u{e007f}",
            "Oster\u{ad}gasse",
            "e\u{301}",
        ] {
            check::<TextLine>(right, true);
        }
        // The pattern accepts these, and the parser refuses them.
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
    fn the_invisible_characters_are_those_of_unicode() {
        let blank = Regex::with_flags(BLANK, "u").unwrap();
        for c in ('\0'..=char::MAX).filter(|c| !c.is_control()) {
            let mut buffer = [0; 4];
            let is_invisible = blank.find(c.encode_utf8(&mut buffer)).is_some();
            assert_eq!(is_visible(c), !is_invisible, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn the_parser_and_the_published_pattern_agree_on_visible_lines(
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

    /// Few letters among many special characters.
    fn odd_text() -> impl Strategy<Value = String> {
        let odd = "aß👩 \n\u{85}\u{a0}\u{ad}\u{200b}\u{200d}\u{200e}\u{2028}\u{2029}\u{202a}\u{202e}\u{202f}\u{2060}\u{2065}\u{2066}\u{2069}\u{206a}\u{2800}\u{3164}\u{feff}\u{e000}\u{fdd0}\u{fff9}\u{fffd}\u{ffff}\u{1fffe}\u{f0000}\u{10fffd}";
        vec(select(odd.chars().collect::<Vec<_>>()), 0..6).prop_map(String::from_iter)
    }
}
