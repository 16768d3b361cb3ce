//! The options that every command accepts.

use std::path::PathBuf;

use crate::aws::AwsOptions;

/// The default folder, below the workspace root, for the state of `dev` and the stamp of the site's build.
pub(crate) const STATE_FOLDER: &str = ".local";

// No doc comment: clap would show it as the program's description.
#[derive(Debug, clap::Args)]
pub(crate) struct GlobalArgs {
    /// The environment to work on
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) env: Option<String>,
    /// Call this AWS-compatible endpoint instead of AWS
    #[arg(long, global = true, value_name = "URL", env = "AWS_ENDPOINT_URL")]
    pub(crate) endpoint_url: Option<String>,
    /// Call this region instead of the environment's
    #[arg(long, global = true, value_name = "REGION")]
    pub(crate) region: Option<String>,
    /// Use this AWS profile instead of `AWS_PROFILE`
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// Folder for the data of `dev`, relative to the workspace root; other commands find a running `dev` there
    #[arg(long, global = true, value_name = "FOLDER", default_value = STATE_FOLDER)]
    pub(crate) state: PathBuf,
    /// Print only errors and data
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Show the source of the credentials and every cause of an error
    #[arg(long, short, global = true, conflicts_with = "quiet")]
    pub(crate) verbose: bool,
}

impl GlobalArgs {
    /// How to reach the account.
    pub(crate) fn aws(&self) -> AwsOptions<'_> {
        AwsOptions {
            region: self.region.as_deref(),
            endpoint_url: self.endpoint_url.as_deref(),
            profile: self.profile.as_deref(),
            verbose: self.verbose,
        }
    }
}
