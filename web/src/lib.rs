//! The built web bundle as data.
