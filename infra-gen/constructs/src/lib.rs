//! Constructs with safe defaults over typed CloudFormation.
