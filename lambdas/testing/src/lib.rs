//! What the tests of the handlers share.
