//! The shop's stack: data, site, sign-in, functions and API, in the order of their dependencies.

pub mod alarms;

mod api;
mod auth;
mod data;
mod functions;
mod orders;
mod products;
mod reports;

use infra_gen::{
    cfn::{LogicalId, Output, Stack, Value},
    constructs::{PagePath, PathOrigin, Removal, StaticSite, StaticSiteProps},
};

use crate::settings::Settings;

/// The output with the API's base URL, without a trailing slash.
pub const API_URL: &str = "ApiUrl";
/// The output with the site's URL.
pub const SITE_URL: &str = "SiteUrl";
/// The output with the host name of the site's distribution.
pub const SITE_DOMAIN: &str = "SiteDomain";
/// The output with the name of the bucket for the site's bundle.
pub const SITE_BUCKET: &str = "SiteBucket";
/// The output with the name of the bucket for the images of the products.
pub const IMAGES_BUCKET: &str = "ImagesBucket";
/// The output with the name of the products table.
pub const PRODUCTS_TABLE: &str = "ProductsTable";
/// The output with the name of the orders table.
pub const ORDERS_TABLE: &str = "OrdersTable";
/// The output with the IANA name of the shop's time zone.
pub const TIME_ZONE: &str = "TimeZone";
/// The output with the ID of the employees' user pool.
pub const USER_POOL_ID: &str = "UserPoolId";
/// The output with the site's client ID in the user pool.
pub const USER_POOL_CLIENT_ID: &str = "UserPoolClientId";
/// The output with the base URL of the user pool's keys and discovery document.
pub const AUTHORITY: &str = "Authority";
/// The output with the issuer in the user pool's tokens.
pub const ISSUER: &str = "Issuer";
/// The output with the base URL of the sign-in pages, without a trailing slash.
pub const SIGN_IN_URL: &str = "SignInUrl";

const SITE: LogicalId = LogicalId::new("Site");

/// The paths of the web app's pages.
const PAGES: &str = include_str!("../../../../web/pages.txt");

/// Builds the shop's stack for an environment with these settings.
pub fn build(settings: &Settings) -> Stack {
    let mut stack = Stack::new("cookie-shop");
    stack.set_description("A cookie company's web shop and back office");
    let data = data::Data::new(&mut stack, settings);
    let mut site = StaticSite::new(
        &mut stack,
        SITE,
        StaticSiteProps {
            description: Some("The cookie shop".into()),
            pages: PAGES.lines().map(PagePath::new).collect(),
            paths: vec![PathOrigin::new("/images/*", &data.images)],
            ..StaticSiteProps::new(&data.site)
        },
    );
    let site_origin = settings
        .site_origin
        .as_deref()
        .map_or_else(|| site.origin(), Value::from);
    let sign_in = auth::SignIn::new(&mut stack, settings, &site_origin);
    let api = api::Api::new(&mut stack, settings);
    let mut functions = functions::Functions::new(settings);
    products::add(&mut stack, &mut functions, &data, &sign_in, &site_origin);
    let orders = orders::add(
        &mut stack,
        &mut functions,
        &data,
        &sign_in,
        settings,
        &site_origin,
    );
    let generate_report = reports::add(
        &mut stack,
        &mut functions,
        &data,
        &sign_in,
        settings,
        &site_origin,
    );
    sign_in.add_functions(&mut stack, &mut functions, &api.url, &site_origin);
    site.connect_to(&mut stack, api.origin.clone());
    site.connect_to(&mut stack, sign_in.authority_origin.clone());
    let api_url = api.url.clone();
    let api = api.serve(&mut stack, settings, &functions, &sign_in, &site_origin);
    let watched = alarms::Watched {
        functions: &functions,
        data: &data,
        api: &api.address,
        new_order: &orders.new_order,
        generate_report: &generate_report,
        dead_letters: &orders.dead_letters,
    };
    alarms::add(&mut stack, settings, &watched);
    let outputs: [(&str, &str, Value<String>); 13] = [
        (API_URL, "Where the API is served", api_url),
        (SITE_URL, "Where the shop is served", site_origin),
        (
            SITE_DOMAIN,
            "The host name of the site's distribution",
            site.domain_name(),
        ),
        (
            SITE_BUCKET,
            "The bucket of the site's bundle",
            data.site.name().into(),
        ),
        (
            IMAGES_BUCKET,
            "The bucket of the products' pictures",
            data.images.name().into(),
        ),
        (
            PRODUCTS_TABLE,
            "The table of products",
            data.products.name().into(),
        ),
        (ORDERS_TABLE, "The table of orders", data.orders.name().into()),
        (
            TIME_ZONE,
            "The shop's time zone",
            settings.time_zone.as_str().into(),
        ),
        (USER_POOL_ID, "The employees' user pool", sign_in.pool.id().into()),
        (
            USER_POOL_CLIENT_ID,
            "The site as a client of the user pool",
            sign_in.client_id(),
        ),
        (
            AUTHORITY,
            "Where the user pool's keys are served",
            sign_in.authority,
        ),
        (
            ISSUER,
            "What the user pool's tokens name as their issuer",
            sign_in.issuer,
        ),
        (SIGN_IN_URL, "Where employees sign in", sign_in.pages),
    ];
    for (name, description, value) in outputs {
        let output = Output {
            description: Some(description.to_owned()),
            ..Output::from(value)
        };
        stack.output(LogicalId::new(name), output);
    }
    stack
}

/// What happens to data when its resource is removed from the stack.
fn removal(settings: &Settings) -> Removal {
    if settings.data.retain {
        Removal::Retain
    } else {
        Removal::Destroy
    }
}
