//! Sums of money, one a currency. Currencies are never added to each other, and none is converted.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize, de};
use shop_contract::{Currency, Money};

/// A sum in minor units.
///
/// An amount has 64 bits, and so has every count of amounts: a sum of 128 bits cannot overflow.
/// In JSON it is text, for numbers of more than 53 bits are read differently by everyone.
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

/// Sums of money by their currency. A currency of which nothing was added is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amounts(BTreeMap<Currency, Total>);

impl Amounts {
    /// Adds an amount.
    pub fn add(&mut self, money: &Money) {
        self.add_total(&money.currency, Total(money.amount.into()));
    }

    /// Adds a sum.
    pub fn add_total(&mut self, currency: &Currency, total: Total) {
        match self.0.get_mut(currency) {
            Some(sum) => sum.0 += total.0,
            None => {
                self.0.insert(currency.clone(), total);
            }
        }
    }

    /// Adds all of the other's.
    pub fn merge(&mut self, other: &Self) {
        for (currency, total) in other.iter() {
            self.add_total(currency, total);
        }
    }

    /// The sum in a currency.
    pub fn of(&self, currency: &Currency) -> Total {
        self.0.get(currency).copied().unwrap_or_default()
    }

    /// The sums, by the code of their currency.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Currency, Total)> {
        self.0.iter().map(|(currency, total)| (currency, *total))
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
