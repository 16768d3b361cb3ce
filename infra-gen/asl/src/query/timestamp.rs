//! Timestamps as the States Language restricts them.

use jiff::Timestamp;

/// The point in time of a timestamp in RFC 3339 with an upper-case `T` and, without a numeric offset, `Z`.
pub(crate) fn timestamp(text: &str) -> Option<Timestamp> {
    let (date, time) = text.split_once('T')?;
    let is_date =
        date.len() == "2026-01-31".len() && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let clock = time.get(.."12:00:00".len())?;
    let is_time = clock.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let zone = time[clock.len()..].trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let is_zone = zone == "Z" || (zone.starts_with(['+', '-']) && zone.len() == "+01:00".len());
    (is_date && is_time && is_zone)
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::timestamp;

    #[test]
    fn only_the_profile_of_the_language_is_a_timestamp() {
        for text in [
            "2026-01-31T12:00:00Z",
            "2026-01-31T12:00:00.123Z",
            "2026-01-31T12:00:00+01:00",
        ] {
            assert!(timestamp(text).is_some(), "{text}");
        }
        for text in [
            "2026-01-31 12:00:00Z",
            "2026-01-31t12:00:00Z",
            "2026-01-31T12:00:00z",
            "2026-01-31T12:00:00",
            "2026-01-31T12:00Z",
            "2026-02-31T12:00:00Z",
            "2026-01-31T25:00:00Z",
            "2026-01-31",
            "tomorrow",
            "",
        ] {
            assert!(timestamp(text).is_none(), "{text}");
        }
    }
}
