//! Who calls an operation. The type of the caller follows from the operation's access rule in the contract, and a value
//! of it exists only after the check. So a handler for employees cannot run without the check.

use std::fmt::Debug;

use shop_contract::{
    EmployeeEnvironment,
    api::{self, AccessRule},
};

use crate::{Employee, Failure, Manager, Request, UserPoolClient};

/// Checks the caller of an operation that has this access rule, in a function with the environment `E`.
pub trait Authorize<E>: AccessRule {
    /// The caller, as the handler receives it.
    type Caller;

    /// The settings of the check.
    type Settings: Debug;

    /// Reads the settings of the check, once per process.
    fn settings(environment: &E) -> Self::Settings;

    /// The caller of a request, or why the request is refused.
    fn authorize(request: &Request, settings: &Self::Settings) -> Result<Self::Caller, Failure>;
}

/// A caller of a public operation, who may be anyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anyone;

impl<E> Authorize<E> for api::Public {
    type Caller = Anyone;
    type Settings = ();

    fn settings(_: &E) {}

    fn authorize(_: &Request, (): &()) -> Result<Anyone, Failure> {
        Ok(Anyone)
    }
}

impl<E: EmployeeEnvironment<Value = String>> Authorize<E> for api::Staff {
    type Caller = Employee;
    type Settings = UserPoolClient;

    fn settings(environment: &E) -> UserPoolClient {
        UserPoolClient::new(environment.user_pool_client())
    }

    fn authorize(request: &Request, client: &UserPoolClient) -> Result<Employee, Failure> {
        Employee::from_request(request, client)
    }
}

impl<E: EmployeeEnvironment<Value = String>> Authorize<E> for api::Manager {
    type Caller = Manager;
    type Settings = UserPoolClient;

    fn settings(environment: &E) -> UserPoolClient {
        UserPoolClient::new(environment.user_pool_client())
    }

    fn authorize(request: &Request, client: &UserPoolClient) -> Result<Manager, Failure> {
        Manager::from_request(request, client)
    }
}
