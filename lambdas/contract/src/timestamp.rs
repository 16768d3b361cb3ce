//! A time as text: RFC 3339 in UTC, to the second. Nothing here reads the clock or calculates with times, so that no
//! calendar library is linked into the handlers that do not need one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::validated_text;

/// A time in UTC, to the second: `2026-11-22T10:00:00Z`.
///
/// Each time has only one representation, so comparing the texts compares the times.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("format" = "date-time"))]
pub struct Timestamp(String);

validated_text!(Timestamp, is_utc_second, expected "a time in UTC, such as `2026-11-22T10:00:00Z`");

fn is_utc_second(text: &str) -> bool {
    let digits_and_marks = text.len() == 20
        && text
            .bytes()
            .zip(*b"0000-00-00T00:00:00Z")
            .all(|(byte, shape)| match shape {
                b'0' => byte.is_ascii_digit(),
                mark => byte == mark,
            });
    if !digits_and_marks {
        return false;
    }
    // These positions are digits, so each range is a number.
    let number = |from: usize, to: usize| {
        text[from..to]
            .bytes()
            .fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0'))
    };
    let (year, month, day) = (number(0, 4), number(5, 7), number(8, 10));
    let (hour, minute, second) = (number(11, 13), number(14, 16), number(17, 19));
    (1..=days_in(year, month)).contains(&day) && hour < 24 && minute < 60 && second < 60
}

/// The number of days of a month; zero for an invalid month.
fn days_in(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_one_spelling() {
        for right in [
            "2026-11-22T10:00:00Z",
            "2024-02-29T23:59:59Z",
            "2000-02-29T00:00:00Z",
        ] {
            assert_eq!(Timestamp::parse(right).unwrap().as_str(), right);
        }
        for wrong in [
            "",
            "2026-11-22",
            "2026-11-22T10:00:00+00:00",
            "2026-11-22T10:00:00.0Z",
            "2026-11-22t10:00:00z",
            "2026-13-01T00:00:00Z",
            "2026-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2026-00-10T00:00:00Z",
            "2026-01-00T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:60:00Z",
            "2026-01-01T00:00:60Z",
            "２026-01-01T00:00Z",
        ] {
            assert!(Timestamp::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
