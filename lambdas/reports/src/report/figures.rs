//! Formats numbers, money and times for people: in English, with thousands separators, in the shop's time zone.
//!
//! A report is written before anyone opens it, so it cannot follow the reader's language. The formats are those of the web
//! app: `€1,234.50`.

use shop_contract::{Currency, Day, Timestamp, workflow::generate_report::ReportPeriod};
use shop_runtime::ShopZone;

use super::{Amounts, Total};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// `1234567` → `1,234,567`.
pub(super) fn count(number: impl Into<u128>) -> String {
    let digits = number.into().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `1 order`, `2 orders`.
pub(super) fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// ` 1 order could not be read and is left out.`, to follow another sentence; empty for zero.
pub(super) fn left_out(number: u64, one: &str, many: &str) -> String {
    let verb = if number == 1 { "is" } else { "are" };
    match number {
        0 => String::new(),
        _ => format!(
            " {} could not be read and {verb} left out.",
            counted(number, one, many)
        ),
    }
}

/// `123450` cents → `€1,234.50`, without floating point.
pub(super) fn money(currency: &Currency, total: Total) -> String {
    let digits = minor_digits(currency);
    let unit = one(currency);
    let whole = count(total.0 / unit);
    let symbol = match currency.as_str() {
        "EUR" => "€",
        "GBP" => "£",
        "USD" => "US$",
        // With a no-break space between code and number.
        code => &format!("{code}\u{a0}"),
    };
    if digits == 0 {
        return format!("{symbol}{whole}");
    }
    let rest = total.0 % unit;
    format!("{symbol}{whole}.{rest:0width$}", width = digits as usize)
}

/// One unit of the currency, in minor units.
pub(super) fn one(currency: &Currency) -> u128 {
    10_u128.pow(minor_digits(currency))
}

/// All totals, separated by commas; `–` if there are none.
pub(super) fn amounts(amounts: &Amounts) -> String {
    let sums: Vec<_> = amounts
        .iter()
        .map(|(currency, total)| money(currency, total))
        .collect();
    if sums.is_empty() {
        "–".to_owned()
    } else {
        sums.join(" + ")
    }
}

/// `12.3%`; `–` if the whole is zero.
pub(super) fn share(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let tenths = (u128::from(part) * 1000 + u128::from(whole) / 2) / u128::from(whole);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// `2026-11-22T10:00:00Z` → `22 Nov 2026, 11:00 CET` in Berlin.
pub(super) fn moment(at: &Timestamp, zone: &ShopZone) -> String {
    let local = zone.local(at);
    format!(
        "{}, {} {}",
        date(&local.day),
        &local.time[..5],
        local.abbreviation
    )
}

/// The days of a period: `1 Nov 2026 to 30 Nov 2026`.
pub(super) fn period(period: &ReportPeriod) -> String {
    match (&period.from, &period.to) {
        (Some(from), Some(to)) if from == to => date(from),
        (Some(from), Some(to)) => format!("{} to {}", date(from), date(to)),
        (Some(from), None) => format!("from {}", date(from)),
        (None, Some(to)) => format!("until {}", date(to)),
        (None, None) => "all orders".to_owned(),
    }
}

fn date(day: &Day) -> String {
    let text = day.as_str();
    let month = text[5..7]
        .parse::<usize>()
        .expect("a month is two digits")
        .saturating_sub(1);
    format!(
        "{} {} {}",
        text[8..10].trim_start_matches('0'),
        MONTHS[month],
        &text[..4]
    )
}

/// The number of digits of the minor unit: ISO 4217.
fn minor_digits(currency: &Currency) -> u32 {
    match currency.as_str() {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
        | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_money(code: &str, amount: u128, expected: &str) {
        assert_eq!(money(&Currency::parse(code).unwrap(), Total(amount)), expected);
    }

    #[test]
    fn thousands_are_apart() {
        for (number, expected) in [
            (0_u64, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(count(number), expected);
        }
    }

    #[test]
    fn minor_units_follow_the_currency() {
        check_money("EUR", 5, "€0.05");
        check_money("EUR", 123_456_789, "€1,234,567.89");
        check_money("CHF", 100, "CHF\u{a0}1.00");
        check_money("JPY", 1_234, "JPY\u{a0}1,234");
        check_money("KWD", 1_234, "KWD\u{a0}1.234");
        check_money(
            "EUR",
            u128::MAX,
            "€3,402,823,669,209,384,634,633,746,074,317,682,114.55",
        );
    }

    #[test]
    fn shares_are_rounded_to_tenths_of_a_percent() {
        for (part, whole, expected) in [
            (0, 0, "–"),
            (0, 7, "0.0%"),
            (1, 3, "33.3%"),
            (2, 3, "66.7%"),
            (u64::MAX, u64::MAX, "100.0%"),
        ] {
            assert_eq!(share(part, whole), expected);
        }
    }

    #[test]
    fn a_time_names_its_zone() {
        let at = Timestamp::parse("2026-01-02T03:04:05Z").unwrap();
        assert_eq!(moment(&at, &ShopZone::new("UTC")), "2 Jan 2026, 03:04 UTC");
        assert_eq!(
            moment(&at, &ShopZone::new("Europe/Berlin")),
            "2 Jan 2026, 04:04 CET"
        );
    }

    #[test]
    fn a_period_names_its_days() {
        let day = |text: &str| Some(Day::parse(text).unwrap());
        let named = |from, to| {
            period(&ReportPeriod {
                from,
                to,
                begins: None,
                ends: None,
            })
        };
        assert_eq!(
            named(day("2026-11-01"), day("2026-11-30")),
            "1 Nov 2026 to 30 Nov 2026"
        );
        assert_eq!(named(day("2026-11-01"), day("2026-11-01")), "1 Nov 2026");
        assert_eq!(named(day("2026-11-01"), None), "from 1 Nov 2026");
        assert_eq!(named(None, day("2026-11-30")), "until 30 Nov 2026");
    }
}
