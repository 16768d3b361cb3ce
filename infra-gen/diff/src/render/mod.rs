//! The forms of a difference: for a terminal, for a pull request, for a program.

mod json;
mod markdown;
mod terminal;
mod words;

pub use json::json;
pub use markdown::markdown;
pub use terminal::{changes, terminal};

/// What the two templates are called: `cookie-shop-prod as deployed`, `old.json`.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The old one.
    pub old: &'a str,
    /// The new one.
    pub new: &'a str,
}
