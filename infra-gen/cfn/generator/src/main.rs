//! Writes the typed resources of `infra-gen-cfn` from the vendored registry schemas.
//!
//! `cargo run -p cfn-generator` reads `schemas/` and writes `src/services/`, `src/kind.rs` and the crate's features;
//! `cargo run -p cfn-generator -- vendor DATA_SOURCE SERVICE_SPEC` makes `schemas/` from the two published packages
//! (see `schemas/README.md`). The same schemas give the same bytes; nothing is fetched.

#![expect(
    clippy::format_push_string,
    reason = "writing to a `String` cannot fail, and `write!` would make every line say so"
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

/// The services whose resources are generated: CloudFormation's name, and what the service is called in a sentence.
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

/// Why nothing, or not all, was written.
#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("`{}` cannot be read or written", .path.display())]
    Io {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("`{}` is not what the generator expects; read `schemas/README.md`", .path.display())]
    Json {
        path: PathBuf,
        #[source]
        source: serde_json::Error,
    },
    #[error("{place}: {message}")]
    Schema { place: String, message: String },
    #[error("rustfmt cannot be started; add it with `rustup component add rustfmt`")]
    NoRustfmt(#[source] std::io::Error),
    #[error("rustfmt ended with {0}; see its output above")]
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

/// The folder of `infra-gen-cfn`, which this crate lies in.
fn crate_root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
