//! The handler, called with gateway events, in front of a token endpoint that each test controls; and the binary, started as on
//! Lambda.

mod bootstrap;
mod exchange_tokens;
mod faults;
mod pool;
