//! The products microservice.
fn main() {}
