//! The cookie shop's infrastructure: the [settings](settings) of each environment, the [stack](stack), and the
//! [seed data](seed) of a new stack.
//!
//! The stack depends only on the settings and on the contract that it shares with the handlers. The templates are in
//! `snapshots/templates/`.

pub mod settings;
pub mod stack;

mod seed;

use std::collections::BTreeMap;

use infra_gen::{
    Addresses, App, AppName, Call, DevUser, Site, UserGroup, Users, constructs::Package, read_vite_bundle,
};
use serde::Serialize;
use serde_json::Value as Json;
use shop_contract::{Microservice, sign_in};

use crate::settings::Settings;

const NAME: AppName = AppName::new("cookie-shop");

/// The shop, as `infra-gen` runs it.
pub fn app() -> App<Settings> {
    App {
        name: NAME,
        about: "The cookie shop's infrastructure on AWS",
        version: env!("CARGO_PKG_VERSION"),
        environments: settings::ENVIRONMENTS,
        stack: |settings| &mut settings.stack,
        relocate: |settings, addresses: &Addresses| {
            settings.site_origin = Some(addresses.site_origin.clone());
        },
        synth: |settings| Ok(stack::build(settings).finish()?),
        packages: Microservice::ALL.iter().copied().map(package).collect(),
        site: Some(Site {
            bucket_output: stack::SITE_BUCKET,
            domain_output: stack::SITE_DOMAIN,
            folder: "web",
            bundle: read_vite_bundle,
            config: &[
                ("apiUrl", stack::API_URL),
                ("authority", stack::AUTHORITY),
                ("clientId", stack::USER_POOL_CLIENT_ID),
                ("issuer", stack::ISSUER),
                ("signInUrl", stack::SIGN_IN_URL),
                ("timeZone", stack::TIME_ZONE),
            ],
        }),
        site_settings: |settings| {
            BTreeMap::from([
                ("company", json(&settings.company)),
                ("terms", json(&settings.terms)),
            ])
        },
        seed: Some(seed::SEED),
        users: Some(Users {
            pool_output: stack::USER_POOL_ID,
            default_group: UserGroup {
                name: sign_in::STAFF_GROUP,
                dev_user: Some(DevUser {
                    singular: "staff",
                    email: "staff@cookies.example",
                }),
            },
            other_groups: &[
                UserGroup {
                    name: sign_in::MANAGER_GROUP,
                    dev_user: Some(DevUser {
                        singular: "manager",
                        email: "manager@cookies.example",
                    }),
                },
                UserGroup {
                    name: sign_in::EMPLOYEES_GROUP,
                    dev_user: None,
                },
            ],
        }),
        // Executions of a previous run that was killed no longer exist.
        on_start: &[Call {
            function: "SweepOrdersFunction",
            payload: r#"{ "pendingMinutes": 0 }"#,
        }],
    }
}

fn json(settings: &impl Serialize) -> Json {
    serde_json::to_value(settings).expect("the settings serialize as JSON")
}

/// The package that contains a microservice's handlers.
fn package(microservice: Microservice) -> Package {
    Package {
        name: microservice.name(),
        cargo_package: microservice.cargo_package(),
        binary: microservice.binary(),
    }
}
