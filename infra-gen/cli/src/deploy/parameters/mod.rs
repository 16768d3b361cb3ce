//! Decides the value of each template parameter, by one rule for `diff`, `diff --change-set` and `deploy`.
//!
//! A parameter gets the value that the user gave for this run; otherwise it keeps its deployed value; otherwise it gets its
//! default. Without any of these it is an error. CloudFormation itself would reset every parameter that an update does not
//! name to its default.
//!
//! The location of the handlers' code is a parameter, too, which only the deployment sets. Values of `NoEcho` parameters are
//! never shown.
//!
//! - [`values`]: the decision itself
//! - [`choices`]: the values from the command line and from files
//! - [`rules`]: which values a parameter accepts
//! - [`usage`]: which resources and conditions use a parameter
//! - [`annotate`]: the values in a difference

pub(crate) use choices::{Choices, ChoicesError, NamedValue};
pub(crate) use values::{AutomaticParameters, ParameterValue, ValueErrors, Values};

mod annotate;
mod choices;
mod rules;
mod usage;
mod values;
