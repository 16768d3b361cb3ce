//! The command line of a test application. Its template is a file, so that a test can change it.
//!
//! It is an example, because an integration test cannot have its own binary.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use infra_gen::cfn::Template;
use infra_gen::constructs::Package;
use infra_gen::{
    Addresses, App, AppName, BoxError, Call, DevUser, Environment, Seed, SeedContext, SeedCount, Site,
    SiteFile, StackSettings, UserGroup, Users,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    stack: StackSettings,
    greeting: String,
}

const ENVIRONMENTS: [Environment; 4] = [
    Environment {
        name: "local",
        path: "environments/local.yaml",
        text: "\
stack:
  region: eu-west-1
  architecture: x86_64
  endpoint: http://127.0.0.1:4566
  swapFunctions: true
  tags: { team: tests }
greeting: hello
",
    },
    Environment {
        name: "guarded",
        path: "environments/guarded.yaml",
        text: "\
stack:
  region: eu-west-1
  architecture: x86_64
  endpoint: http://127.0.0.1:4566
  terminationProtection: true
greeting: hello
",
    },
    Environment {
        name: "prod",
        path: "environments/prod.yaml",
        text: "\
stack:
  region: eu-central-1
  architecture: arm64
  account: '123456789012'
  terminationProtection: true
greeting: good day
",
    },
    Environment {
        name: "wrong",
        path: "environments/wrong.yaml",
        text: "\
stack:
  region: eu-west-1
  architecture: x86_64
  colour: red
greeting: hello
",
    },
];

fn main() -> ExitCode {
    // A test selects the parts of the application.
    let parts = std::env::var("PARTS").unwrap_or_default();
    let has = |part: &str| parts.contains(part);
    infra_gen::run(App {
        name: AppName::new("noticeboard"),
        about: "Builds and runs the noticeboard",
        version: "1.2.3",
        environments: if has("wrong") {
            &ENVIRONMENTS
        } else {
            &ENVIRONMENTS[..3]
        },
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
        site_settings: |_| BTreeMap::new(),
        site: has("site").then_some(Site {
            bucket_output: "WebBucket",
            domain_output: "SiteDomain",
            folder: "web",
            bundle,
            config: &[("greeting", "Greeting")],
        }),
        seed: has("seed").then_some(Seed {
            counts: &[SeedCount {
                name: "images",
                help: "Put more images on the board",
                max: 12,
            }],
            run: |context| Box::pin(seed(context)),
        }),
        users: has("users").then_some(Users {
            pool_output: "UserPoolId",
            default_group: UserGroup {
                name: "members",
                dev_user: Some(DevUser {
                    singular: "member",
                    email: "member@noticeboard.example",
                }),
            },
            other_groups: &[UserGroup {
                name: "editors",
                dev_user: None,
            }],
        }),
        on_start: if has("calls") {
            &[
                Call {
                    function: "Missing",
                    payload: "{}",
                },
                Call {
                    function: "Greeter",
                    payload: r#"{ "reason": "start" }"#,
                },
            ]
        } else {
            &[]
        },
    })
}

/// Reads the two files that the site's build creates.
fn bundle(dist: &Path) -> Result<Vec<SiteFile>, BoxError> {
    let file = |path: &str, content_type: &'static str, cache_control| -> Result<SiteFile, BoxError> {
        Ok(SiteFile {
            path: path.to_owned(),
            bytes: std::fs::read(dist.join(path))?,
            content_type: content_type.into(),
            cache_control,
        })
    };
    Ok(vec![
        file(
            "assets/app-1f.js",
            "text/javascript; charset=utf-8",
            "public, max-age=31536000, immutable",
        )?,
        file("index.html", "text/html; charset=utf-8", "no-cache")?,
    ])
}

fn synth(settings: &Settings) -> Result<Template, BoxError> {
    let path = std::env::var("TEMPLATE").map_err(|_| "the variable `TEMPLATE` must name a template file")?;
    let text = std::fs::read_to_string(Path::new(&path))?;
    let endpoint = settings.stack.endpoint.as_deref().unwrap_or_default();
    let text = text
        .replace("GREETING", &settings.greeting)
        .replace("ENDPOINT", endpoint);
    let template = Template::parse(&text)?;
    template.nest()?.root.check()?;
    Ok(template)
}

async fn seed(context: SeedContext<'_>) -> Result<(), BoxError> {
    let bucket = context
        .outputs
        .get("ImagesBucket")
        .ok_or("the stack has no output `ImagesBucket`")?;
    let more = (1..=context.count("images")).map(|number| format!("images/more-{number}.svg"));
    let keys: Vec<_> = std::iter::once("images/dot.svg".to_owned()).chain(more).collect();
    for key in &keys {
        let image = b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec();
        context
            .s3
            .put_object()
            .bucket(bucket)
            .key(key)
            .content_type("image/svg+xml")
            .body(image.into())
            .send()
            .await?;
    }
    (context.progress)(format_args!("seeded {} image(s)", keys.len()));
    Ok(())
}
