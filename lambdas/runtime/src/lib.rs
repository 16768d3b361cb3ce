//! The little that every handler needs.
