//! `seed`: runs the application's own seeding against the deployed stack.

use std::collections::BTreeMap;

use super::{Failure, connect};
use crate::app::{Counts, Project, Seed, SeedContext};
use crate::args::{self, Global};
use crate::aws::Aws;
use crate::deploy::stack::{self, Stack};
use crate::exit::Outcome;
use crate::terminal::Terminal;

pub(super) async fn run(
    project: &Project,
    global: &Global,
    args: &args::Seed,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let seed = project.seed.ok_or(Failure::NoSeed)?;
    let (loaded, aws) = connect(project, global).await?;
    aws.expected_account(&loaded.settings).await?;
    let description = Stack::new(&aws, &loaded.stack_name)
        .describe()
        .await?
        .ok_or_else(|| Failure::NoStack(loaded.stack_name.clone()))?;
    run_seed(seed, &args.counts, &stack::outputs(description), &aws, terminal).await?;
    Ok(Outcome::Done)
}

/// Runs the seeding with what it may use.
pub(super) async fn run_seed(
    seed: Seed,
    counts: &Counts,
    outputs: &BTreeMap<String, String>,
    aws: &Aws,
    terminal: Terminal,
) -> Result<(), Failure> {
    let context = SeedContext {
        outputs,
        sdk: &aws.config,
        s3: &aws.s3,
        counts,
        progress: &move |text| terminal.info(text),
    };
    (seed.run)(context).await.map_err(Failure::Seed)
}
