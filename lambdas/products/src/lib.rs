//! The products microservice.
