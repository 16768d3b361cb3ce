//! Typed infrastructure for AWS: the library behind a stack's own command line.
