//! The auth microservice: gets tokens for the site from the user pool.
//!
//! [`exchange`] has the steps of an exchange, [`grant`] the request to the pool and [`tokens`] its response. The handler has its
//! own file.
//!
//! Deliberately absent: passwords, which only the pool's pages see; sessions, since nothing is stored; and any inspection of
//! tokens, which their recipients verify.

pub mod exchange;
pub mod exchange_tokens;
pub mod grant;
pub mod tokens;

use shop_contract::Microservice;
use shop_runtime::{Entries, entry};

/// The handlers of this binary.
pub const ENTRIES: Entries = Entries::new(Microservice::Auth, &[entry::<exchange_tokens::ExchangeTokens>()]);
