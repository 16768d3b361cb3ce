//! The hours of the day in which orders are expected.

use std::fmt;

use crate::Malformed;

/// Full hours of the day in the shop's time zone, written as `9-21`: from 9:00 until 21:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExpectedHours {
    from: u8,
    until: u8,
}

impl ExpectedHours {
    /// The hours from `from` until `until`, 0 to 24.
    pub fn new(from: u8, until: u8) -> Result<Self, Malformed> {
        if from < until && until <= 24 {
            Ok(Self { from, until })
        } else {
            Err(MALFORMED)
        }
    }

    /// Parses the hours.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let hour = |text: &str| text.parse().map_err(|_| MALFORMED);
        let (from, until) = text.split_once('-').ok_or(MALFORMED)?;
        Self::new(hour(from)?, hour(until)?)
    }

    /// The minutes of the day since these hours began; `None` outside them.
    ///
    /// ```
    /// # use shop_contract::ExpectedHours;
    /// let hours = ExpectedHours::parse("9-21").unwrap();
    /// assert_eq!(hours.minutes_since_start(10, 30), Some(90));
    /// assert_eq!(hours.minutes_since_start(21, 0), None);
    /// ```
    pub fn minutes_since_start(self, hour: u8, minute: u8) -> Option<u16> {
        (self.from..self.until)
            .contains(&hour)
            .then(|| u16::from(hour - self.from) * 60 + u16::from(minute))
    }
}

const MALFORMED: Malformed = Malformed {
    expected: "full hours of one day, such as `9-21`",
};

impl fmt::Display for ExpectedHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_have_one_spelling() {
        for text in ["0-24", "9-21", "23-24"] {
            assert_eq!(ExpectedHours::parse(text).unwrap().to_string(), text);
        }
        for wrong in ["", "9", "21-9", "9-9", "9-25", "-1-5", "9:00-21:00"] {
            assert!(ExpectedHours::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn minutes_are_counted_within_the_hours_only() {
        let hours = ExpectedHours::parse("9-21").unwrap();
        assert_eq!(hours.minutes_since_start(8, 59), None);
        assert_eq!(hours.minutes_since_start(9, 0), Some(0));
        assert_eq!(hours.minutes_since_start(20, 59), Some(719));
    }
}
