//! The functions: what each is started with, and exactly what it may do.

use std::collections::BTreeMap;

use infra_gen::{
    cfn::{LogicalId, Stack, Value},
    constructs::{Function, FunctionProps, LogRetention, TableAccess},
};
use shop_contract::{self as contract, Environment as _, GetProductEnv, GetProductsEnv, table};

use super::{data::Data, removal};
use crate::{package, settings::Settings};

/// How long a function that answers a request may take: a second less than the gateway waits.
const ANSWER_WITHIN_SECONDS: u16 = 28;

/// Every function of the shop.
pub(super) type Functions = BTreeMap<contract::Function, Function>;

/// Adds every function that the contract names.
pub(super) fn add(
    stack: &mut Stack,
    settings: &Settings,
    data: &Data,
    site_origin: &Value<String>,
) -> Functions {
    contract::Function::ALL
        .iter()
        .map(|&name| {
            let props = FunctionProps {
                package: package(name.microservice()),
                handler: name.name(),
                architecture: settings.stack.architecture,
                memory_mib: settings.functions.memory_mib,
                timeout_seconds: ANSWER_WITHIN_SECONDS,
                environment: environment(name, data, site_origin),
                log_retention: log_retention(settings),
                tracing: settings.functions.tracing,
            };
            let function = Function::new(stack, &logical_id(name), props);
            grant(stack, name, &function, data);
            (name, function)
        })
        .collect()
}

/// The variables that a function reads at its start: the contract's struct, filled in.
fn environment(
    function: contract::Function,
    data: &Data,
    site_origin: &Value<String>,
) -> Vec<(&'static str, Value<String>)> {
    let products_table = || data.products.name().into();
    let allowed_origins = || site_origin.clone();
    match function {
        contract::Function::GetProducts => GetProductsEnv {
            products_table: products_table(),
            allowed_origins: allowed_origins(),
        }
        .entries(),
        contract::Function::GetProduct => GetProductEnv {
            products_table: products_table(),
            allowed_origins: allowed_origins(),
        }
        .entries(),
    }
}

/// What a function does with the data; no more is allowed.
fn grant(stack: &mut Stack, name: contract::Function, function: &Function, data: &Data) {
    match name {
        contract::Function::GetProducts => {
            data.products
                .grant_query_index(stack, function, table::products::BY_NAME.name);
            data.products.grant(stack, function, [TableAccess::BatchGetItem]);
        }
        contract::Function::GetProduct => data.products.grant(stack, function, [TableAccess::GetItem]),
    }
}

/// `get_products` is `GetProducts` in the stack.
fn logical_id(function: contract::Function) -> LogicalId {
    LogicalId::from_words(function.name()).expect("a function's name has letters")
}

pub(super) fn log_retention(settings: &Settings) -> LogRetention {
    LogRetention {
        days: settings.data.log_retention_days,
        removal: removal(settings),
    }
}
