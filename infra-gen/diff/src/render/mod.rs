//! The output formats: for a terminal, for a pull request, for programs.

mod describe;
mod json;
mod markdown;
mod terminal;

pub use json::json;
pub use markdown::markdown;
pub use terminal::{property_changes, terminal};

/// The names of the two templates: `cookie-shop-prod as deployed`, `old.json`.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The old template.
    pub old: &'a str,
    /// The new template.
    pub new: &'a str,
}
