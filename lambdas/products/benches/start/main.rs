//! The start time and the response time of the functions: the release binary with a DynamoDB behind TLS on this machine.
//!
//! It first builds the binary with the profile `lambda`. The figures do not include Lambda's own time (download of the code,
//! sandbox) and the network. They include the processor time of the first call, for which a function with 128 MB gets a
//! fourteenth of a processor.

mod tls;

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use serde_json::Value;
use shop_contract::{
    Currency, Environment, GetProductEnv, GetProductsEnv, ImageKey, Money, Product, ProductId, Timestamp,
    table::products,
};
use shop_testing::{Bootstrap, Dynamo, Event, Outcome};

const STARTS: usize = 21;
const WARM_CALLS: usize = 50;
const TABLE: &str = "products";

fn main() -> Result<(), Box<dyn Error>> {
    let binary = build()?;
    let executor = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    let (_dynamo, front) = executor.block_on(stock_up())?;

    #[expect(clippy::cast_precision_loss, reason = "a size in MiB is read to two places")]
    let size = fs::metadata(&binary)?.len() as f64 / f64::from(1 << 20);
    println!(
        "\n{}: {size:.2} MiB, medians of {STARTS} starts",
        binary.display()
    );
    println!(
        "{:<14}{:>10}{:>14}{:>12}{:>16}{:>10}",
        "function", "init ms", "first call ms", "of it CPU", "warm call ms", "RSS MiB"
    );

    let products_table = || TABLE.to_owned();
    let allowed_origins = || "https://shop.example".to_owned();
    let page = Event {
        path: "/products",
        ..Event::default()
    }
    .get();
    let env = GetProductsEnv {
        products_table: products_table(),
        allowed_origins: allowed_origins(),
    };
    measure(&binary, &env, &page, &front)?;
    let one = Event {
        path: "/products/c-07",
        path_parameters: &[("id", "c-07")],
        ..Event::default()
    }
    .get();
    let env = GetProductEnv {
        products_table: products_table(),
        allowed_origins: allowed_origins(),
    };
    measure(&binary, &env, &one, &front)
}

/// Builds the release binary, and returns its path.
fn build() -> Result<PathBuf, Box<dyn Error>> {
    let built = Command::new(env!("CARGO"))
        .args(["build", "--locked", "--profile", "lambda", "-p", "shop-products"])
        .arg("--message-format=json-render-diagnostics")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()?;
    if !built.status.success() {
        return Err("the binary does not build".into());
    }
    String::from_utf8(built.stdout)?
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .ok_or_else(|| "cargo names no executable".into())
}

/// A DynamoDB with one full page of products.
async fn stock_up() -> Result<(Dynamo, tls::Front), Box<dyn Error>> {
    let dynamo = Dynamo::start().await;
    dynamo.create_table(TABLE, products::SCHEMA).await;
    for number in 0..24 {
        dynamo
            .put(TABLE, products::ProductItem::from(cookie(number)?))
            .await;
    }
    let front = tls::Front::of(dynamo.address()).await?;
    Ok((dynamo, front))
}

fn cookie(number: u8) -> Result<Product, shop_contract::Malformed> {
    Ok(Product {
        id: ProductId::parse(&format!("c-{number:02}"))?,
        name: format!("Cookie {number}"),
        description:
            "Crisp outside, soft inside, with a pinch of salt that makes the next one hard to refuse.".into(),
        price: Money {
            amount: 350,
            currency: Currency::parse("EUR")?,
        },
        image_key: ImageKey::parse("cookie.svg")?,
        stock: 12,
        updated_at: Timestamp::parse("2026-11-22T10:00:00Z")?,
    })
}

fn measure<E>(binary: &Path, env: &E, event: &str, front: &tls::Front) -> Result<(), Box<dyn Error>>
where
    E: Environment<Value = String> + Clone,
{
    let mut samples = Samples::default();
    for _ in 0..STARTS {
        let mut environment: Vec<_> = env.clone().entries();
        environment.push(("AWS_ENDPOINT_URL", front.endpoint.clone()));
        environment.push(("SSL_CERT_FILE", front.certificate.display().to_string()));
        let mut function = Bootstrap::start(&binary.display().to_string(), E::FUNCTION.name(), environment);
        samples.init.push(function.ready());

        let before = processor_time(function.pid())?;
        samples.first.push(invoke(&mut function, event)?);
        samples
            .first_cpu
            .push(processor_time(function.pid())?.saturating_sub(before));
        for _ in 0..WARM_CALLS {
            samples.warm.push(invoke(&mut function, event)?);
        }
        samples.rss.push(resident(function.pid())?);
    }
    println!(
        "{:<14}{:>10.2}{:>14.2}{:>12.2}{:>16.2}{:>10.1}",
        E::FUNCTION.name(),
        milliseconds(samples.init),
        milliseconds(samples.first),
        milliseconds(samples.first_cpu),
        milliseconds(samples.warm),
        median(samples.rss)
    );
    Ok(())
}

#[derive(Default)]
struct Samples {
    init: Vec<Duration>,
    first: Vec<Duration>,
    first_cpu: Vec<Duration>,
    warm: Vec<Duration>,
    rss: Vec<f64>,
}

fn invoke(function: &mut Bootstrap, event: &str) -> Result<Duration, Box<dyn Error>> {
    let (outcome, took) = function.invoke(event);
    match outcome {
        Outcome::Answer(answer) if answer["statusCode"] == 200 => Ok(took),
        other => Err(format!("not an answer worth timing: {other:?}").into()),
    }
}

/// The processor time of all threads of a process.
fn processor_time(pid: u32) -> Result<Duration, Box<dyn Error>> {
    let mut sum = Duration::ZERO;
    for task in fs::read_dir(format!("/proc/{pid}/task"))? {
        let statistics = fs::read_to_string(task?.path().join("schedstat"))?;
        let nanoseconds = statistics
            .split_whitespace()
            .next()
            .ok_or("`schedstat` is empty")?;
        sum += Duration::from_nanos(nanoseconds.parse()?);
    }
    Ok(sum)
}

/// The memory of a process, in MiB.
fn resident(pid: u32) -> Result<f64, Box<dyn Error>> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .ok_or("no `VmRSS` in `status`")?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes / 1024.0)
}

fn milliseconds(samples: Vec<Duration>) -> f64 {
    median(
        samples
            .into_iter()
            .map(|sample| sample.as_secs_f64() * 1000.0)
            .collect(),
    )
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}
