//! What the shop's parts agree on.
