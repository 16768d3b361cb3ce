//! The auth microservice: gets the site its tokens from the user pool.
//!
//! [`exchange`] is what an exchange means, [`grant`] and [`tokens`] are what it says to the pool and what the pool says to it;
//! the handler has a file of its own.
//!
//! Absent: passwords, which only the pool's own pages see; sessions, for nothing is kept here; and any look
//! into a token, which is its reader's to check.

pub mod exchange;
pub mod exchange_tokens;
pub mod grant;
pub mod tokens;

use shop_contract::Microservice;
use shop_runtime::{Entries, entry};

/// The handlers of this binary.
pub const ENTRIES: Entries = Entries::new(Microservice::Auth, &[entry::<exchange_tokens::ExchangeTokens>()]);
