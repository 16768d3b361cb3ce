//! The customer of an order. Each field is a type with one validation rule. The web app's form takes the rules from the
//! OpenAPI document, so each rule is defined only here or with [`TextLine`].
//!
//! The rules do not check whether an address or a mailbox exists.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{TextLine, text::validated_text};

/// The customer of a new order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Customer {
    /// Their name.
    pub name: TextLine,
    /// Their email address, for messages about the order.
    pub email: Email,
    /// The delivery address.
    pub address: Address,
    /// Their phone number, for questions about the delivery.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "PhoneNumber")]
    pub phone: Option<PhoneNumber>,
}

/// A postal address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Address {
    /// Street, house number and further address details, on one line.
    pub street: TextLine,
    /// The postal code.
    pub postal_code: PostalCode,
    /// The city.
    pub city: TextLine,
    /// The country.
    pub country: CountryCode,
}

/// The customer of an existing order, as it was stored.
///
/// The fields are not validated again, so that an order that was placed under older rules can still be displayed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrderCustomer {
    /// Their name.
    pub name: String,
    /// Their email address.
    pub email: String,
    /// The delivery address.
    pub address: OrderAddress,
    /// Their phone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub phone: Option<String>,
}

/// The delivery address of an existing order, as it was stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderAddress {
    /// Street, house number and further address details, on one line.
    pub street: String,
    /// The postal code.
    pub postal_code: String,
    /// The city.
    pub city: String,
    /// The country's ISO 3166-1 alpha-2 code.
    pub country: String,
}

impl From<Customer> for OrderCustomer {
    fn from(customer: Customer) -> Self {
        Self {
            name: customer.name.into(),
            email: customer.email.into(),
            address: customer.address.into(),
            phone: customer.phone.map(String::from),
        }
    }
}

impl From<Address> for OrderAddress {
    fn from(address: Address) -> Self {
        Self {
            street: address.street.into(),
            postal_code: address.postal_code.into(),
            city: address.city.into(),
            country: address.country.into(),
        }
    }
}

// The rule of HTML's `<input type="email">` (https://html.spec.whatwg.org/#valid-e-mail-address), and: the domain has a dot, and
// the local part has no leading, trailing or consecutive dots. A test of `infra-gen/shop` checks that `infra-gen user` has
// the same rule.
/// An email address, such as `ann@example.com`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend(
    "maxLength" = 254,
    "pattern" = r"^(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$"
))]
pub struct Email(String);

validated_text!(Email, is_email, expected "an email address, such as `ann@example.com`");

fn is_email(text: &str) -> bool {
    let mark = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte);
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(mark);
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    text.len() <= 254
        && (1..=64).contains(&local.len())
        && local.split('.').all(is_word)
        && domain.contains('.')
        && domain.split('.').all(is_host_label)
}

fn is_host_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// A postal code: 1 to 12 letters, digits, and spaces or hyphens between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[A-Za-z0-9](?:[A-Za-z0-9 -]{0,10}[A-Za-z0-9])?$"))]
pub struct PostalCode(String);

validated_text!(
    PostalCode,
    |text| {
        (1..=12).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-'))
            && ends_with_alphanumerics(text)
    },
    expected "a postal code of at most 12 letters and digits, with spaces or hyphens only between them"
);

/// An ISO 3166-1 alpha-2 country code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[A-Z]{2}$"))]
pub struct CountryCode(String);

validated_text!(
    CountryCode,
    |text| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()),
    expected "a country code of two capital letters, such as `DE`"
);

/// A phone number: 5 to 20 digits, with spaces, parentheses, slashes, dots and hyphens between them, optionally with a leading `+`
/// and an extension. For example `+49 30 1234-56` or `(030) 123456 ext. 7`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend(
    "pattern" = r"^\+?\(?[0-9](?:[ ()/.-]{0,4}[0-9]){4,19}(?: ?(?:[A-Za-z]{1,12}[.:]?|#) ?[0-9]{1,6})?$"
))]
pub struct PhoneNumber(String);

validated_text!(
    PhoneNumber,
    is_phone_number,
    expected "a phone number of 5 to 20 digits, with only spaces and `( ) / . -` between them, such as `+49 30 1234-56` or `(030) 123456 ext. 7`"
);

fn is_phone_number(text: &str) -> bool {
    let number = text.strip_prefix('+').unwrap_or(text);
    let number = number.strip_prefix('(').unwrap_or(number);
    let (mut digits, mut marks, mut end) = (0, 0, 0);
    for (at, byte) in number.bytes().enumerate() {
        if byte.is_ascii_digit() && marks <= 4 {
            (digits, marks, end) = (digits + 1, 0, at + 1);
        } else if digits > 0 && b" ()/.-".contains(&byte) {
            marks += 1;
        } else {
            break;
        }
    }
    (5..=20).contains(&digits) && is_extension(&number[end..])
}

/// Whether this may follow a phone number: nothing, or a word or `#` and up to six digits.
fn is_extension(text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let text = text.strip_prefix(' ').unwrap_or(text);
    let digits = text.strip_prefix('#').or_else(|| {
        let word = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let rest = (1..=12).contains(&word).then(|| &text[word..])?;
        Some(rest.strip_prefix(['.', ':']).unwrap_or(rest))
    });
    digits.is_some_and(|digits| {
        let digits = digits.strip_prefix(' ').unwrap_or(digits);
        (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether the first and the last character are letters or digits.
fn ends_with_alphanumerics(text: &str) -> bool {
    let ends = [text.bytes().next(), text.bytes().next_back()];
    ends.into_iter()
        .flatten()
        .all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::tests::{check, is_published};

    #[test]
    fn an_email_address_has_a_mailbox_and_a_domain_with_a_dot() {
        let longest_mailbox = format!("{}@example.com", "a".repeat(64));
        let long_label = format!("a@{}.example", "b".repeat(63));
        for right in [
            "ann@example.com",
            "a.b+c@x-y.example",
            "!@1.2",
            &long_label,
            &longest_mailbox,
        ] {
            check::<Email>(right, true);
        }
        let long_mailbox = format!("{}@example.com", "a".repeat(65));
        let long_domain = format!("a@{}com", "abcdefgh.".repeat(30));
        let longer_label = format!("a@{}.example", "b".repeat(64));
        for wrong in [
            "",
            "ann",
            "@example.com",
            "ann@",
            "ann@localhost",
            "ann@@example.com",
            "a b@example.com",
            "ann@example..com",
            "ann..lee@example.com",
            ".ann@example.com",
            "ann.@example.com",
            "ann@.com",
            "ann@example.com.",
            "ann@-a.com",
            "ann@a-.com",
            "ann@exämple.com",
            "ann@example.com\n",
            "Ann <ann@example.com>",
            &long_mailbox,
            &long_domain,
            &longer_label,
        ] {
            check::<Email>(wrong, false);
        }
    }

    #[test]
    fn postal_codes_and_country_codes_have_one_format() {
        for right in ["10115", "SW1A 1AA", "1234-567", "7", "123456789012"] {
            check::<PostalCode>(right, true);
        }
        for wrong in ["", " 10115", "10115-", "1234567890123", "1_2", "１０１"] {
            check::<PostalCode>(wrong, false);
        }
        check::<CountryCode>("DE", true);
        for wrong in ["", "de", "D", "DEU", "Ä"] {
            check::<CountryCode>(wrong, false);
        }
    }

    #[test]
    fn a_phone_number_may_be_written_in_the_usual_ways() {
        for right in [
            "+49 30 1234-56",
            "12345",
            "(030) 1234567",
            "(555) 123-4567",
            "+49 (0)30 1234-567",
            "+1 (555) 123.4567",
            "030/1234567",
            "0301234567 Durchwahl 5",
            "0301234567 x5",
            "0301234567x5",
            "555-1234 ext. 5",
            "555-1234 ext 12345",
            "555-1234 #5",
            "12345678901234567890",
        ] {
            check::<PhoneNumber>(right, true);
        }
        for wrong in [
            "",
            "+",
            "1234",
            "++12345",
            "12345-",
            "-12345",
            ") 12345",
            "()12345",
            "12a45",
            "call me",
            "1-----2345",
            "1 2 3 4",
            "12345 ext",
            "12345 ext. 1234567",
            "12345 ask for Ann 5",
            "12345 x 5 6",
            "１２３４５",
            "123456789012345678901",
        ] {
            check::<PhoneNumber>(wrong, false);
        }
    }

    proptest! {
        #[test]
        fn the_parser_and_the_published_pattern_agree(text in prop_oneof![
            any::<String>(),
            "[ -~]{0,30}",
            "[a-z0-9.+-]{0,10}@[a-z0-9.-]{0,12}",
            "[+]?[0-9 ()/.-]{0,26}",
            "[+]?[(]?[0-9]{1,3}[ ()/.-]{0,5}[0-9 ]{3,18} ?[a-z]{0,13}[.:#]? ?[0-9]{0,7}",
            "[A-Za-z0-9 -]{0,14}",
            "[A-Z]{1,3}",
        ]) {
            prop_assert_eq!(Email::parse(&text).is_ok(), is_published::<Email>(&text));
            prop_assert_eq!(PostalCode::parse(&text).is_ok(), is_published::<PostalCode>(&text));
            prop_assert_eq!(CountryCode::parse(&text).is_ok(), is_published::<CountryCode>(&text));
            prop_assert_eq!(PhoneNumber::parse(&text).is_ok(), is_published::<PhoneNumber>(&text));
        }
    }
}
