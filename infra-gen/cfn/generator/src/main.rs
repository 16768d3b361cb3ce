//! Generates the typed resources of `infra-gen-cfn` from the vendored registry schemas.
//!
//! `cargo run -p cfn-generator` reads `schemas/` and writes `src/services/`, `src/kind.rs` and the crate's features;
//! `cargo run -p cfn-generator -- vendor DATA_SOURCE SERVICE_SPEC` writes `schemas/` from the two published packages (see
//! `schemas/README.md`). The same schemas give the same bytes. The generator does not use the network.

#![expect(
    clippy::format_push_string,
    reason = "`write!` to a `String` cannot fail, but would need error handling on every line"
)]

mod docs;
mod emit;
mod model;
mod naming;
mod overrides;
mod registry;
mod resolve;
mod tree;
mod vendor;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::registry::Registry;

/// The services to generate: the name in CloudFormation, and the name for documentation.
const SERVICES: [(&str, &str); 19] = [
    ("ApiGateway", "Amazon API Gateway, REST APIs"),
    ("CertificateManager", "AWS Certificate Manager"),
    ("CloudFront", "Amazon CloudFront"),
    ("CloudWatch", "Amazon CloudWatch"),
    ("Cognito", "Amazon Cognito"),
    ("DynamoDB", "Amazon DynamoDB"),
    ("Events", "Amazon EventBridge"),
    ("IAM", "AWS Identity and Access Management"),
    ("KMS", "AWS Key Management Service"),
    ("Lambda", "AWS Lambda"),
    ("Logs", "Amazon CloudWatch Logs"),
    ("Route53", "Amazon Route 53"),
    ("S3", "Amazon S3"),
    ("SNS", "Amazon SNS"),
    ("SQS", "Amazon SQS"),
    ("SSM", "AWS Systems Manager"),
    ("StepFunctions", "AWS Step Functions"),
    ("WAFv2", "AWS WAF"),
    ("XRay", "AWS X-Ray"),
];

/// Why the files could not be written.
#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("could not read or write `{}`", .path.display())]
    Io {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("`{}` has an unexpected format\n  hint: see `schemas/README.md`", .path.display())]
    Json {
        path: PathBuf,
        #[source]
        source: serde_json::Error,
    },
    #[error("{place}: {message}")]
    Schema { place: String, message: String },
    #[error("could not start rustfmt\n  hint: run `rustup component add rustfmt`")]
    NoRustfmt(#[source] std::io::Error),
    #[error("rustfmt failed with {0}\n  hint: see its output above")]
    Rustfmt(std::process::ExitStatus),
    #[error("usage: cfn-generator [vendor DATA_SOURCE SERVICE_SPEC]")]
    Usage,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        [] => generate(crate_root()),
        ["vendor", data_source, service_spec] => {
            vendor::run(Path::new(data_source), Path::new(service_spec), crate_root())
        }
        _ => Err(Error::Usage),
    };
    let Err(error) = done else {
        return ExitCode::SUCCESS;
    };
    let mut cause: Option<&dyn std::error::Error> = Some(&error);
    while let Some(error) = cause {
        eprintln!("{error}");
        cause = error.source();
    }
    ExitCode::FAILURE
}

fn generate(root: &Path) -> Result<(), Error> {
    let registry = Registry::read(root)?;
    let services = resolve::services(&registry)?;
    tree::write(root, &emit::files(&services))
}

/// The folder of `infra-gen-cfn`, which contains this crate.
fn crate_root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
