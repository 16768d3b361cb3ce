//! The formats of postal codes in the countries that the shop delivers to. In any other country every
//! [`PostalCode`](crate::PostalCode) is accepted.
//!
//! It does not check whether a postal code exists or belongs to the city.

use std::collections::BTreeMap;

use serde::Serialize;

/// The format of the postal codes of a country.
#[derive(Debug, Clone, Copy)]
struct Format {
    /// The country's ISO 3166-1 alpha-2 code. It may be a prefix of the postal code, followed by a hyphen.
    country: &'static str,
    /// Another prefix.
    prefix: Option<&'static str>,
    /// `#` is a digit, `@` a letter, `*` either. A space or a hyphen may be written as the other or omitted. Any other
    /// character stands for itself.
    masks: &'static [&'static str],
    /// An existing postal code.
    example: &'static str,
}

const fn format(country: &'static str, masks: &'static [&'static str], example: &'static str) -> Format {
    Format {
        country,
        prefix: None,
        masks,
        example,
    }
}

const fn with_prefix(format: Format, prefix: &'static str) -> Format {
    Format {
        prefix: Some(prefix),
        ..format
    }
}

const FORMATS: [Format; 30] = [
    with_prefix(format("AT", &["####"], "1010"), "A"),
    with_prefix(format("BE", &["####"], "1000"), "B"),
    format("BG", &["####"], "1000"),
    format("CH", &["####"], "8001"),
    format("CY", &["####"], "1010"),
    format("CZ", &["### ##"], "110 00"),
    with_prefix(format("DE", &["#####"], "10115"), "D"),
    format("DK", &["####"], "1050"),
    format("EE", &["#####"], "10111"),
    with_prefix(format("ES", &["#####"], "28001"), "E"),
    format("FI", &["#####"], "00100"),
    with_prefix(format("FR", &["#####"], "75001"), "F"),
    format("GR", &["### ##"], "104 31"),
    format("HR", &["#####"], "10000"),
    with_prefix(format("HU", &["####"], "1051"), "H"),
    format("IE", &["@## ****", "D6W ****"], "D02 X285"),
    with_prefix(format("IT", &["#####"], "00118"), "I"),
    format("LI", &["####"], "9490"),
    format("LT", &["#####"], "01100"),
    with_prefix(format("LU", &["####"], "1111"), "L"),
    format("LV", &["####"], "LV-1010"),
    format("MT", &["@@@ ####"], "VLT 1117"),
    format("NL", &["#### @@"], "1012 AB"),
    with_prefix(format("NO", &["####"], "0150"), "N"),
    format("PL", &["##-###"], "00-950"),
    format("PT", &["####-###"], "1000-001"),
    format("RO", &["######"], "010011"),
    with_prefix(format("SE", &["### ##"], "111 20"), "S"),
    format("SI", &["####"], "1000"),
    format("SK", &["### ##"], "811 01"),
];

/// The rule for the postal codes of a country, as the OpenAPI document publishes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct PostalCodeRule {
    /// A regular expression of JSON Schema.
    pub(crate) pattern: String,
    /// A postal code of the country.
    pub(crate) example: &'static str,
}

/// The rules by the countries' codes.
pub(crate) fn rules() -> BTreeMap<&'static str, PostalCodeRule> {
    let rule = |format: Format| PostalCodeRule {
        pattern: pattern(format),
        example: format.example,
    };
    FORMATS
        .into_iter()
        .map(|format| (format.country, rule(format)))
        .collect()
}

/// An example of the country's postal codes, if the text does not have their format.
pub(crate) fn example_instead(country: &str, text: &str) -> Option<&'static str> {
    let format = FORMATS.into_iter().find(|format| format.country == country)?;
    let bare = [Some(format.country), format.prefix]
        .into_iter()
        .flatten()
        .find_map(|prefix| text.strip_prefix(prefix)?.strip_prefix('-'));
    let fits = format.masks.iter().any(|mask| fits(mask, bare.unwrap_or(text)));
    (!fits).then_some(format.example)
}

fn fits(mask: &str, text: &str) -> bool {
    let mut rest = text.chars().peekable();
    mask.chars().all(|place| match place {
        '#' => rest.next_if(char::is_ascii_digit).is_some(),
        '@' => rest.next_if(char::is_ascii_alphabetic).is_some(),
        '*' => rest.next_if(char::is_ascii_alphanumeric).is_some(),
        ' ' | '-' => {
            rest.next_if(|found| matches!(found, ' ' | '-'));
            true
        }
        itself => rest.next_if_eq(&itself).is_some(),
    }) && rest.next().is_none()
}

fn pattern(format: Format) -> String {
    let prefix = match format.prefix {
        Some(prefix) => format!("(?:(?:{}|{prefix})-)?", format.country),
        None => format!("(?:{}-)?", format.country),
    };
    let masks: Vec<_> = format.masks.iter().map(|mask| expression(mask)).collect();
    match masks.as_slice() {
        [one] => format!("^{prefix}{one}$"),
        several => format!("^{prefix}(?:{})$", several.join("|")),
    }
}

/// The mask as a regular expression. A run of equal places becomes one class with a count.
fn expression(mask: &str) -> String {
    let places: Vec<char> = mask.chars().collect();
    let runs = places.chunk_by(|one, next| one == next);
    let written = runs.map(|run| {
        let class = match run[0] {
            '#' => "[0-9]",
            '@' => "[A-Za-z]",
            '*' => "[A-Za-z0-9]",
            ' ' | '-' => return "[ -]?".to_owned(),
            _ => return run.iter().collect(),
        };
        match run.len() {
            1 => class.to_owned(),
            count => format!("{class}{{{count}}}"),
        }
    });
    written.collect()
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, sample::select};
    use regress::Regex;

    use super::*;
    use crate::PostalCode;

    #[track_caller]
    fn check(country: &str, text: &str, right: bool) {
        let regex = Regex::with_flags(&rules()[country].pattern, "u").unwrap();
        assert_eq!(
            example_instead(country, text).is_none(),
            right,
            "{country} {text:?}"
        );
        assert_eq!(regex.find(text).is_some(), right, "published: {country} {text:?}");
    }

    #[test]
    fn a_postal_code_has_the_format_of_its_country() {
        for (country, text) in [
            ("DE", "10115"),
            ("DE", "D-10115"),
            ("DE", "DE-10115"),
            ("LU", "L-1111"),
            ("NL", "1012AB"),
            ("NL", "1012 ab"),
            ("PL", "00950"),
            ("PT", "1000 001"),
            ("CZ", "11000"),
            ("LV", "1010"),
            ("IE", "D6W XY00"),
            ("IE", "D02X285"),
        ] {
            check(country, text, true);
        }
        for (country, text) in [
            ("DE", "1"),
            ("DE", "1011"),
            ("DE", "101156"),
            ("DE", "A-10115"),
            ("DE", "D 10115"),
            ("DE", "1011A"),
            ("DE", "１0115"),
            ("AT", "10115"),
            ("NL", "1012"),
            ("PT", "1000"),
            ("IE", "Dublin 2"),
            ("CZ", "110  00"),
        ] {
            check(country, text, false);
        }
    }

    #[test]
    fn every_example_is_a_postal_code_of_its_country() {
        assert_eq!(rules().len(), FORMATS.len(), "a country is listed twice");
        for (country, rule) in rules() {
            check(country, rule.example, true);
            assert!(PostalCode::parse(rule.example).is_ok(), "{country}");
        }
    }

    #[test]
    fn a_country_without_a_rule_accepts_any_text() {
        assert_eq!(example_instead("US", "anything"), None);
    }

    proptest! {
        #[test]
        fn the_parser_and_the_published_pattern_agree(
            format in select(FORMATS.as_slice()),
            text in prop_oneof!["([A-Z]{1,2}-)?[0-9]{3,6}", "[0-9]{2,4}[ -]{0,2}([0-9]{2,3}|[A-Za-z]{2})", "[A-Z0-9]{3} ?[A-Z0-9]{4}"],
        ) {
            let regex = Regex::with_flags(&pattern(format), "u").unwrap();
            prop_assert_eq!(example_instead(format.country, &text).is_none(), regex.find(&text).is_some());
        }
    }
}
