//! Typed CloudFormation: templates, values, resources and their checks.
