//! The shop's one stack: data, site, sign-in, functions and API, in the order in which they need each other.

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

/// The output with the API's address, without a final slash.
pub const API_URL: &str = "ApiUrl";
/// The output with the site's address.
pub const SITE_URL: &str = "SiteUrl";
/// The output with the host name of the site's distribution.
pub const SITE_DOMAIN: &str = "SiteDomain";
/// The output with the name of the bucket for the site's bundle.
pub const SITE_BUCKET: &str = "SiteBucket";
/// The output with the name of the bucket for the products' pictures.
pub const IMAGES_BUCKET: &str = "ImagesBucket";
/// The output with the name of the products table.
pub const PRODUCTS_TABLE: &str = "ProductsTable";
/// The output with the name of the orders table.
pub const ORDERS_TABLE: &str = "OrdersTable";
/// The output with the IANA name of the shop's time zone.
pub const TIME_ZONE: &str = "TimeZone";
/// The output with the ID of the employees' user pool.
pub const USER_POOL_ID: &str = "UserPoolId";
/// The output with the ID that the site has as a client of the pool.
pub const USER_POOL_CLIENT_ID: &str = "UserPoolClientId";
/// The output with the address at which the pool's keys and its discovery document are served.
pub const AUTHORITY: &str = "Authority";
/// The output with what the pool's tokens name as their issuer.
pub const ISSUER: &str = "Issuer";
/// The output with the address of the sign-in pages, without a final slash.
pub const SIGN_IN_URL: &str = "SignInUrl";

const SITE: LogicalId = LogicalId::new("Site");

/// The shop's stack in the environment with these settings.
pub fn build(settings: &Settings) -> Stack {
    let mut stack = Stack::new("cookie-shop");
    stack.set_description("A cookie company's web shop and back office");
    let data = data::Data::new(&mut stack, settings);
    let mut site = StaticSite::new(
        &mut stack,
        &SITE,
        &StaticSiteProps {
            description: "The cookie shop",
            bundle: &data.site,
            pages: shop_web::pages().map(PagePath::new).collect(),
            paths: vec![PathOrigin {
                pattern: "/images/*",
                bucket: &data.images,
            }],
        },
    );
    let site_origin = settings
        .site_origin
        .as_deref()
        .map_or_else(|| site.origin(), Value::from);
    let sign_in = auth::SignIn::new(&mut stack, settings, &site_origin);
    let api = api::Api::reserve(&mut stack, settings);
    let mut functions = functions::Functions::new(settings);
    products::add(&mut stack, &mut functions, &data, &site_origin);
    orders::add(
        &mut stack,
        &mut functions,
        &data,
        &sign_in,
        settings,
        &site_origin,
    );
    reports::add(
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
    put_out(&mut stack, API_URL, "Where the API is served", api.url.clone());
    api.serve(&mut stack, settings, &functions, &sign_in, &site_origin);
    put_out(&mut stack, SITE_URL, "Where the shop is served", site_origin);
    put_out(
        &mut stack,
        SITE_DOMAIN,
        "The host name of the site's distribution",
        site.domain_name(),
    );
    put_out(
        &mut stack,
        SITE_BUCKET,
        "The bucket of the site's bundle",
        data.site.name(),
    );
    put_out(
        &mut stack,
        IMAGES_BUCKET,
        "The bucket of the products' pictures",
        data.images.name(),
    );
    put_out(
        &mut stack,
        PRODUCTS_TABLE,
        "The table of products",
        data.products.name(),
    );
    put_out(
        &mut stack,
        ORDERS_TABLE,
        "The table of orders",
        data.orders.name(),
    );
    put_out(
        &mut stack,
        TIME_ZONE,
        "The shop's time zone",
        settings.time_zone.as_str(),
    );
    put_out(
        &mut stack,
        USER_POOL_ID,
        "The employees' user pool",
        sign_in.pool.id(),
    );
    put_out(
        &mut stack,
        USER_POOL_CLIENT_ID,
        "The site as a client of the user pool",
        sign_in.client_id(),
    );
    put_out(
        &mut stack,
        AUTHORITY,
        "Where the user pool's keys are served",
        sign_in.authority,
    );
    put_out(
        &mut stack,
        ISSUER,
        "What the user pool's tokens name as their issuer",
        sign_in.issuer,
    );
    put_out(&mut stack, SIGN_IN_URL, "Where employees sign in", sign_in.pages);
    stack
}

fn put_out(stack: &mut Stack, id: &'static str, description: &str, value: impl Into<Value<String>>) {
    let output = Output {
        description: Some(description.to_owned()),
        ..Output::from(value)
    };
    stack.output(LogicalId::new(id), output);
}

/// What becomes of whatever holds data.
fn removal(settings: &Settings) -> Removal {
    if settings.data.retain {
        Removal::Retain
    } else {
        Removal::Destroy
    }
}
