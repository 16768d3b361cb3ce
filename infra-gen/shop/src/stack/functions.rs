//! How every function of the shop is made. What each is started with and may do is told where its microservice is.

use std::collections::BTreeMap;

use infra_gen::{
    cfn::{LogicalId, Stack, Value},
    constructs::{Function, FunctionProps, LogRetention},
};
use shop_contract::{self as contract, Environment};

use super::removal;
use crate::{package, settings::Settings};

/// How long a function that answers a request may take: a second less than the gateway waits.
const ANSWER_SECONDS: u16 = 28;

/// The functions that the stack has so far.
pub(super) struct Functions<'a> {
    settings: &'a Settings,
    made: BTreeMap<contract::Function, Function>,
}

impl<'a> Functions<'a> {
    pub(super) fn new(settings: &'a Settings) -> Self {
        Self {
            settings,
            made: BTreeMap::new(),
        }
    }

    /// A function that answers a request: the one that is started with this environment.
    pub(super) fn answering<E>(&mut self, stack: &mut Stack, environment: E) -> Function
    where
        E: Environment<Value = Value<String>>,
    {
        self.add(stack, environment, ANSWER_SECONDS)
    }

    /// A function that is a task of a workflow.
    pub(super) fn task<E>(&mut self, stack: &mut Stack, environment: E, seconds: u16) -> Function
    where
        E: Environment<Value = Value<String>>,
    {
        self.add(stack, environment, seconds)
    }

    /// A function that a schedule calls.
    pub(super) fn scheduled<E>(&mut self, stack: &mut Stack, environment: E, seconds: u16) -> Function
    where
        E: Environment<Value = Value<String>>,
    {
        self.add(stack, environment, seconds)
    }

    /// The function of this name.
    ///
    /// # Panics
    /// When no microservice has added it.
    pub(super) fn get(&self, name: contract::Function) -> &Function {
        let function = self.made.get(&name);
        function.unwrap_or_else(|| panic!("no microservice of the stack adds the function `{name}`"))
    }

    fn add<E>(&mut self, stack: &mut Stack, environment: E, seconds: u16) -> Function
    where
        E: Environment<Value = Value<String>>,
    {
        let name = E::FUNCTION;
        let props = FunctionProps {
            package: package(name.microservice()),
            handler: name.name(),
            architecture: self.settings.stack.architecture,
            memory_mib: self.settings.functions.memory_mib,
            timeout_seconds: seconds,
            environment: environment.entries(),
            log_retention: log_retention(self.settings),
            tracing: self.settings.functions.tracing,
        };
        let function = Function::new(stack, &logical_id(name), props);
        self.made.insert(name, function.clone());
        function
    }
}

/// `get_products` is `GetProducts` in the stack.
fn logical_id(function: contract::Function) -> LogicalId {
    LogicalId::from_words(function.name()).expect("a function's name has letters")
}

/// How long logs are kept, and whether they outlive the stack.
pub(super) fn log_retention(settings: &Settings) -> LogRetention {
    LogRetention {
        days: settings.data.log_retention_days,
        removal: removal(settings),
    }
}
