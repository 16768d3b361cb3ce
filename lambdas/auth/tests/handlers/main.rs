//! The handler, asked as the gateway asks it, before a token endpoint that answers what a test wants, or does not; and the
//! binary, as Lambda starts it.

mod bootstrap;
mod exchange_tokens;
mod faults;
mod pool;
