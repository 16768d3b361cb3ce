//! The products microservice: the catalogue and the inventory.

use infra_gen::{
    cfn::{Stack, Value},
    constructs::TableAccess,
};
use shop_contract::{
    AdjustStockEnv, GetInventoryEnv, GetProductEnv, GetProductHistoryEnv, GetProductsEnv, table::products,
};

use super::{auth::SignIn, data::Data, functions::Functions};

pub(super) fn add(
    stack: &mut Stack,
    functions: &mut Functions<'_>,
    data: &Data,
    sign_in: &SignIn,
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

    let get_inventory = functions.add_request_handler(
        stack,
        GetInventoryEnv {
            products_table: data.products.name().into(),
            user_pool_client: sign_in.client_id(),
            allowed_origins: site_origin.clone(),
        },
    );
    data.products
        .grant_query_index(stack, &get_inventory, products::BY_STOCK.name);
    data.products
        .grant(stack, &get_inventory, [TableAccess::BatchGetItem]);

    let adjust_stock = functions.add_request_handler(
        stack,
        AdjustStockEnv {
            products_table: data.products.name().into(),
            product_history_table: data.product_history.name().into(),
            user_pool_client: sign_in.client_id(),
            allowed_origins: site_origin.clone(),
        },
    );
    data.products.grant(
        stack,
        &adjust_stock,
        [TableAccess::GetItem, TableAccess::UpdateItem],
    );
    data.product_history
        .grant(stack, &adjust_stock, [TableAccess::PutItem]);

    let get_product_history = functions.add_request_handler(
        stack,
        GetProductHistoryEnv {
            products_table: data.products.name().into(),
            product_history_table: data.product_history.name().into(),
            user_pool_client: sign_in.client_id(),
            allowed_origins: site_origin.clone(),
        },
    );
    data.products
        .grant(stack, &get_product_history, [TableAccess::GetItem]);
    data.product_history
        .grant(stack, &get_product_history, [TableAccess::Query]);
}
