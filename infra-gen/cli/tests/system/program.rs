//! The command line of an application that exists for the tests: its template is a file, so a test can change it.
//!
//! Built as an example, because an integration test cannot have a binary of its own.

use std::path::Path;
use std::process::ExitCode;

use infra_gen::cfn::Template;
use infra_gen::{Addresses, App, BoxError, Environment, Package, SeedContext, Site, StackSettings};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    stack: StackSettings,
    greeting: String,
}

const LOCAL: &str = "\
stack:
  region: eu-west-1
  architecture: x86_64
  endpoint: http://127.0.0.1:4566
  tags: { team: tests }
greeting: hello
";
const PROTECTED: &str = "\
stack:
  region: eu-west-1
  architecture: x86_64
  endpoint: http://127.0.0.1:4566
  terminationProtection: true
greeting: hello
";
const PROD: &str = "\
stack:
  region: eu-central-1
  architecture: arm64
  account: '123456789012'
greeting: good day
";
const WRONG: &str = "\
stack:
  region: eu-west-1
  architecture: x86_64
  colour: red
greeting: hello
";

fn main() -> ExitCode {
    // What belongs to another test is left out by naming it in the environment.
    let has = |part: &str| std::env::var("WITHOUT").is_ok_and(|without| !without.contains(part));
    infra_gen::run(App {
        name: "noticeboard",
        about: "Builds and runs the noticeboard",
        version: "1.2.3",
        environments: &[
            Environment {
                name: "local",
                path: "environments/local.yaml",
                text: LOCAL,
            },
            Environment {
                name: "protected",
                path: "environments/protected.yaml",
                text: PROTECTED,
            },
            Environment {
                name: "prod",
                path: "environments/prod.yaml",
                text: PROD,
            },
            Environment {
                name: "wrong",
                path: "environments/wrong.yaml",
                text: WRONG,
            },
        ],
        stack: |settings: &mut Settings| &mut settings.stack,
        relocate: |settings, addresses: &Addresses| settings.greeting.clone_from(&addresses.site_origin),
        synth,
        packages: if has("code") {
            vec![Package {
                name: "Greeter",
                cargo_package: "greeter",
                binary: "greeter",
            }]
        } else {
            Vec::new()
        },
        site: has("site").then_some(Site {
            bucket_output: "WebBucket",
            domain_output: "SiteDomain",
            folder: "web",
            bundle: infra_gen::read_bundle,
            config: &[("apiUrl", "ApiUrl")],
        }),
        seed: Some(|context| Box::pin(seed(context))),
    })
}

fn synth(settings: &Settings) -> Result<Template, BoxError> {
    let path = std::env::var("TEMPLATE").map_err(|_| "the variable `TEMPLATE` must name a template file")?;
    let text = std::fs::read_to_string(Path::new(&path))?;
    Ok(Template::parse(&text.replace("GREETING", &settings.greeting))?)
}

async fn seed(context: SeedContext<'_>) -> Result<(), BoxError> {
    let bucket = context
        .outputs
        .get("ImagesBucket")
        .ok_or("the stack has no output `ImagesBucket`")?;
    let body = b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec().into();
    context
        .s3
        .put_object()
        .bucket(bucket)
        .key("images/dot.svg")
        .content_type("image/svg+xml")
        .body(body)
        .send()
        .await?;
    (context.progress)(format_args!("seeded 1 image"));
    Ok(())
}
