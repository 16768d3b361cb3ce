//! The cookie shop's stack and environments.
