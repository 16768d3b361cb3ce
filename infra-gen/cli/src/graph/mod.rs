//! A template as a picture: its resources in groups, and what refers to what.
//!
//! Pure: a template in, text out, the same bytes every time. What a stack does at run time (who calls whom) is not
//! known here; an arrow says that one resource names another.

mod dot;
mod groups;
mod layers;
mod mermaid;
mod svg;

pub(crate) use dot::dot;
pub(crate) use groups::Picture;
pub(crate) use mermaid::mermaid;
pub(crate) use svg::svg;
