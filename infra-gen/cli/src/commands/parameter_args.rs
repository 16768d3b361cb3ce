//! The options that set template parameters, for `deploy` and `diff`.

use std::path::PathBuf;

use crate::deploy::parameters::{Choices, ChoicesError, NamedValue};

// No doc comment: clap would show it as the command's description.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct ParameterArgs {
    /// Set a template parameter; repeatable
    #[arg(long, value_name = "NAME=VALUE")]
    parameter: Vec<NamedValue>,
    /// Read parameter values from a JSON or YAML file: a map, or the list format of the AWS CLI
    #[arg(long, value_name = "FILE")]
    parameters: Option<PathBuf>,
    /// Set a parameter to the template's default instead of keeping its deployed value; repeatable
    #[arg(long, value_name = "NAME")]
    use_default: Vec<String>,
}

impl ParameterArgs {
    /// Combines the options and the file, if one is given.
    pub(super) fn choices(&self) -> Result<Choices, ChoicesError> {
        Choices::new(&self.parameter, self.parameters.as_deref(), &self.use_default)
    }
}
