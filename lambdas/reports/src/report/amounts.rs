//! Totals per currency. Currencies are never converted or combined.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize, de};
use shop_contract::{Currency, Money};

/// An amount in minor units.
///
/// Amounts and their count have at most 64 bits each, so a sum of 128 bits cannot overflow. It is a string in JSON, because
/// parsers differ on integers of more than 53 bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Total(pub u128);

impl fmt::Display for Total {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Total {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Total {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        u128::from_str(&text).map(Self).map_err(de::Error::custom)
    }
}

/// Totals by currency. A currency without amounts is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amounts(BTreeMap<Currency, Total>);

impl Amounts {
    /// Adds an amount.
    pub fn add(&mut self, money: &Money) {
        self.add_total(&money.currency, Total(money.amount.into()));
    }

    /// Adds a total.
    pub fn add_total(&mut self, currency: &Currency, total: Total) {
        match self.0.get_mut(currency) {
            Some(sum) => sum.0 += total.0,
            None => {
                self.0.insert(currency.clone(), total);
            }
        }
    }

    /// Adds another set of totals.
    pub fn merge(&mut self, other: &Self) {
        for (currency, total) in other.iter() {
            self.add_total(currency, total);
        }
    }

    /// The total in a currency.
    pub fn of(&self, currency: &Currency) -> Total {
        self.0.get(currency).copied().unwrap_or_default()
    }

    /// The totals, sorted by currency code.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Currency, Total)> {
        self.0.iter().map(|(currency, total)| (currency, *total))
    }

    /// Whether there are no amounts.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
