//! What all functions of the shop have in common. The environment and the permissions of each are in the module of its
//! microservice.

use std::collections::BTreeMap;

use infra_gen::{
    cfn::{LogicalId, Stack, Value},
    constructs::{Function, FunctionProps, LogRetention},
};
use shop_contract::{self as contract, Environment};

use super::removal;
use crate::{package, settings::Settings};

/// How long a function that answers a request may take: one second less than the gateway waits.
const REQUEST_SECONDS: u16 = 28;

/// The functions that were added to the stack.
pub(super) struct Functions<'a> {
    settings: &'a Settings,
    by_name: BTreeMap<contract::Function, Function>,
}

impl<'a> Functions<'a> {
    pub(super) fn new(settings: &'a Settings) -> Self {
        Self {
            settings,
            by_name: BTreeMap::new(),
        }
    }

    /// Adds the function with this environment, which answers requests to the API.
    pub(super) fn add_request_handler<E>(&mut self, stack: &mut Stack, environment: E) -> Function
    where
        E: Environment<Value = Value<String>>,
    {
        self.add(stack, environment, REQUEST_SECONDS)
    }

    /// Adds the function with this environment, which may run for `seconds`.
    pub(super) fn add<E>(&mut self, stack: &mut Stack, environment: E, seconds: u16) -> Function
    where
        E: Environment<Value = Value<String>>,
    {
        let name = E::FUNCTION;
        let architecture = self.settings.stack.architecture;
        let props = FunctionProps {
            memory_mib: self.settings.functions.memory_mib,
            timeout_seconds: seconds,
            environment: environment.entries().into_iter().collect(),
            log_retention: log_retention(self.settings),
            tracing: self.settings.functions.tracing,
            ..FunctionProps::new(package(name.microservice()), name.name(), architecture)
        };
        let function = Function::new(stack, logical_id(name), props);
        self.by_name.insert(name, function.clone());
        function
    }

    /// Every function with its logical ID's first part, in the order of the contract.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'static str, &Function)> {
        self.by_name
            .iter()
            .map(|(name, function)| (name.name(), function))
    }

    /// The function with this name.
    ///
    /// # Panics
    /// When no microservice has added it.
    pub(super) fn get(&self, name: contract::Function) -> &Function {
        let function = self.by_name.get(&name);
        function.unwrap_or_else(|| panic!("no microservice of the stack adds the function `{name}`"))
    }
}

/// The function `get_products` has the logical ID `GetProducts`.
fn logical_id(function: contract::Function) -> LogicalId {
    LogicalId::from_words(function.name()).expect("a function's name contains letters")
}

/// How long logs are kept, and whether they are retained when the stack is deleted.
pub(super) fn log_retention(settings: &Settings) -> LogRetention {
    LogRetention {
        days: settings.data.log_retention_days,
        removal: removal(settings),
    }
}
