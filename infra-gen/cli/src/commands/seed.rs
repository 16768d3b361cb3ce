//! `seed`: runs the application's seed function against the deployed stack.

use std::collections::BTreeMap;

use clap::{Arg, ArgMatches};

use super::{CommandError, connect, describe_stack};
use crate::app::{Project, Seed, SeedContext, SeedCount, SeedCounts};
use crate::aws::Aws;
use crate::deploy::stack;
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::terminal::Terminal;

/// The name of the command, to which the application's own options are added.
pub(crate) const NAME: &str = "seed";

/// Load initial data into the deployed stack; can be run repeatedly
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  infra-gen seed --env dev
  infra-gen seed --env local --endpoint-url http://127.0.0.1:4566")]
pub(crate) struct Args {
    // Which options there are is known at run time only, so `read_counts` fills this and not the derived parser.
    #[arg(skip)]
    counts: SeedCounts,
}

impl Args {
    /// Reads the options that [`count_args`] defines.
    pub(crate) fn read_counts(&mut self, project: &Project, matches: &ArgMatches) {
        self.counts = counts(project)
            .iter()
            .filter_map(|count| Some((count.name, *matches.get_one(count.name)?)))
            .collect();
    }
}

/// The application's own options, such as `--orders <N>`.
pub(crate) fn count_args(project: &Project) -> impl Iterator<Item = Arg> {
    counts(project).iter().map(|count| {
        let max = count.max;
        Arg::new(count.name)
            .long(count.name)
            .value_name("N")
            .help(format!("{}; N is 1 to {max}", count.help))
            .value_parser(move |text: &str| {
                let number = text.parse().ok().filter(|number| (1..=max).contains(number));
                number.ok_or_else(|| format!("expected a whole number from 1 to {max}"))
            })
    })
}

fn counts(project: &Project) -> &'static [SeedCount] {
    project.seed.map_or(&[], |seed| seed.counts)
}

pub(crate) async fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let seed = project.seed.ok_or(CommandError::NoSeed)?;
    let (loaded, aws) = connect(project, global).await?;
    aws.expected_account(&loaded.settings).await?;
    let outputs = stack::outputs(describe_stack(&aws, &loaded.stack_name).await?);
    run_seed(seed, &args.counts, &outputs, &aws, terminal).await?;
    Ok(Outcome::Done)
}

/// Runs the seed function.
pub(super) async fn run_seed(
    seed: Seed,
    counts: &SeedCounts,
    outputs: &BTreeMap<String, String>,
    aws: &Aws,
    terminal: Terminal,
) -> Result<(), CommandError> {
    let context = SeedContext {
        outputs,
        sdk: &aws.config,
        s3: &aws.s3,
        counts,
        progress: &move |text| terminal.info(text),
    };
    (seed.run)(context).await.map_err(CommandError::Seed)
}
