//! Draws a state machine: as Mermaid text, which GitHub shows as a picture, and as an SVG that needs nothing else.
//!
//! Both show the same: states by kind and name, what a task asks, the conditions of choices, the errors that are caught,
//! branches and processors as boxes. Both are the same bytes for the same machine.

mod labels;
mod layout;
mod mermaid;
mod svg;
mod text;

pub use mermaid::mermaid;
pub use svg::svg;
