//! A report on a million orders: `make bench-report`, or on the number in `ORDERS`.
//!
//! The tasks run in a separate single-threaded process, as on Lambda. This process runs DynamoDB (dynoxide) with the orders and
//! S3 (s3s) on a folder. For each task it prints the duration, the CPU time and the peak memory of the process.
//!
//! Lambda's share of a vCPU is not simulated. docs/SCALING.md calculates its effect.

mod orders;
mod tasks;

use std::{
    env,
    error::Error,
    net::SocketAddr,
    process::{Command, ExitCode},
    time::Instant,
};

use shop_contract::table;
use shop_testing::{Dynamo, S3};
use tokio::runtime::Builder;

/// The names of the tables and of the bucket.
const ORDERS: &str = "orders";
const PRODUCTS: &str = "products";
const REPORTS: &str = "reports-bucket";

/// The environment variables of the process that runs the tasks: addresses of the tables and the bucket.
const WORLD: &str = "REPORT_BENCH_WORLD";

fn main() -> ExitCode {
    let done = match env::var(WORLD) {
        Ok(world) => run_tasks(&world),
        Err(_) => be_the_world(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run_tasks(world: &str) -> Result<(), Box<dyn Error>> {
    let (dynamo, s3) = world.split_once(' ').ok_or("two addresses")?;
    let (dynamo, s3): (SocketAddr, SocketAddr) = (dynamo.parse()?, s3.parse()?);
    let executor = Builder::new_current_thread().enable_all().build()?;
    executor.block_on(tasks::run(dynamo, s3))
}

fn be_the_world() -> Result<(), Box<dyn Error>> {
    let count = match env::var("ORDERS") {
        Ok(count) => count.parse().map_err(|_| "`ORDERS` is a number of orders")?,
        Err(_) => 1_000_000,
    };
    let executor = Builder::new_multi_thread().enable_all().build()?;
    executor.block_on(async {
        let dynamo = Dynamo::start().await;
        dynamo.create_table(ORDERS, table::orders::SCHEMA).await;
        dynamo.create_table(PRODUCTS, table::products::SCHEMA).await;
        let s3 = S3::with_bucket(REPORTS).await;

        let began = Instant::now();
        let bytes = orders::seed(&dynamo, count).await?;
        println!(
            "{count} orders of {} bytes each, seeded in {:.0} s",
            bytes / count.max(1),
            began.elapsed().as_secs_f64()
        );
        let world = format!("{} {}", dynamo.address(), s3.address());
        let program = env::current_exe()?;
        let status =
            tokio::task::spawn_blocking(move || Command::new(program).env(WORLD, world).status()).await??;
        if status.success() {
            Ok(())
        } else {
            Err("a task failed".into())
        }
    })
}
