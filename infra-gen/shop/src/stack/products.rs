//! The products microservice: the catalogue.

use infra_gen::{
    cfn::{Stack, Value},
    constructs::TableAccess,
};
use shop_contract::{GetProductEnv, GetProductsEnv, table::products};

use super::{data::Data, functions::Functions};

pub(super) fn add(
    stack: &mut Stack,
    functions: &mut Functions<'_>,
    data: &Data,
    site_origin: &Value<String>,
) {
    let get_products = functions.add_request_handler(
        stack,
        GetProductsEnv {
            products_table: data.products.name().into(),
            allowed_origins: site_origin.clone(),
        },
    );
    data.products
        .grant_query_index(stack, &get_products, products::BY_NAME.name);
    data.products
        .grant(stack, &get_products, [TableAccess::BatchGetItem]);

    let get_product = functions.add_request_handler(
        stack,
        GetProductEnv {
            products_table: data.products.name().into(),
            allowed_origins: site_origin.clone(),
        },
    );
    data.products.grant(stack, &get_product, [TableAccess::GetItem]);
}
