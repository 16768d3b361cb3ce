//! Runs handlers like Lambda does, with the environment variables and the role of the template, against in-process
//! services.

use aws_sdk_s3::config::{Credentials, SharedCredentialsProvider};
use serde::Serialize;
use serde_json::Value;
use shop_contract::{
    Environment, Function,
    api::Endpoint,
    table::{orders, product_history, products},
};
use shop_runtime::{EnvironmentOf, Handler, SdkConfig, Task};
use shop_testing::{Answered, Dynamo, Permission, S3, StepFunctions, Sts, ask, guarded, run_task};

use crate::{
    account::{Account, DeployedFunction},
    role::{RemovedGrant, Role, allow, grants},
};

/// The in-process services and the permissions of the roles.
pub(crate) struct Harness<'a> {
    pub(crate) dynamo: Dynamo,
    pub(crate) s3: S3,
    pub(crate) executions: StepFunctions,
    sts: Sts,
    account: &'a Account,
    removed: Option<&'a RemovedGrant>,
}

impl<'a> Harness<'a> {
    /// Services without data. One grant of one role may be removed.
    pub(crate) async fn new(account: &'a Account, removed: Option<&'a RemovedGrant>) -> Self {
        let dynamo = Dynamo::start().await;
        dynamo.create_table(PRODUCTS, products::SCHEMA).await;
        dynamo.create_table(ORDERS, orders::SCHEMA).await;
        dynamo
            .create_table(PRODUCT_HISTORY, product_history::SCHEMA)
            .await;
        Self {
            dynamo,
            s3: S3::with_bucket(REPORTS).await,
            executions: StepFunctions::default(),
            sts: Sts::default(),
            account,
            removed,
        }
    }

    /// An environment variable of a function.
    pub(crate) fn variable(&self, function: Function, name: &str) -> String {
        self.account.function(function).variables[name].clone()
    }

    /// Starts a function and sends it an event of the gateway.
    pub(crate) async fn ask<H: Handler>(&self, event: &str) -> Result<Answered, String> {
        self.ask_with::<H>(&[], event).await
    }

    /// The same, with other values for some environment variables.
    pub(crate) async fn ask_with<H: Handler>(
        &self,
        others: &[(&str, &str)],
        event: &str,
    ) -> Result<Answered, String> {
        let function = self.start(H::Operation::OPERATION.function)?;
        let environment = EnvironmentOf::<H>::read(|name| {
            let other = others.iter().find(|(other, _)| *other == name);
            other.map_or_else(
                || function.variables.get(name).cloned(),
                |(_, value)| Some((*value).to_owned()),
            )
        });
        let environment = environment.map_err(|error| error.to_string())?;
        Ok(ask::<H>(environment, &self.aws(&function), event).await)
    }

    /// Starts a function and runs its task.
    pub(crate) async fn perform<T: Task>(&self, input: &impl Serialize) -> Result<T::Output, String> {
        let function = self.start(T::Env::FUNCTION)?;
        let environment = T::Env::read(|name| function.variables.get(name).cloned());
        let environment = environment.map_err(|error| error.to_string())?;
        let done = run_task::<T>(environment, &self.aws(&function), input).await;
        done.map_err(|failure| failure.to_string())
    }

    /// Reads an object with the credentials of the session that was created last.
    pub(crate) async fn read_with_session(&self, key: &str) -> Result<Vec<u8>, String> {
        let session = Credentials::new(
            Sts::KEY_ID,
            "secret",
            Some("session-token".to_owned()),
            None,
            "link",
        );
        let aws = self
            .aws(&self.account.function(Function::GeneratePresignedUrl))
            .into_builder()
            .credentials_provider(SharedCredentialsProvider::new(session))
            .build();
        let client = aws_sdk_s3::Client::new(&aws);
        let file = client.get_object().bucket(REPORTS).key(key).send().await;
        let file = file.map_err(|error| format!("{key}: {error:?}"))?;
        let bytes = file.body.collect().await.map_err(|error| error.to_string())?;
        Ok(bytes.to_vec())
    }

    /// Checks the permissions that Lambda needs before it starts the handler, to log and to trace.
    fn start(&self, function: Function) -> Result<DeployedFunction, String> {
        let deployed = self.account.function(function);
        let role = self.role(&deployed.role);
        match deployed
            .service
            .iter()
            .find(|permission| !role.allows(permission))
        {
            Some(missing) => Err(format!("`{function}` has no permission for `{}`", missing.action)),
            None => Ok(deployed),
        }
    }

    /// The services, protected by the permissions of a function's role.
    fn aws(&self, function: &DeployedFunction) -> SdkConfig {
        let aws = self.s3.beside(&self.dynamo.sdk_config());
        let aws = self.sts.beside(&self.executions.beside(&aws));
        let own = self.role(&function.role);
        let reader = self.role(&self.account.reader());
        let sts = self.sts.clone();
        guarded(&aws, move |key_id, need| {
            if key_id == Sts::KEY_ID {
                reader.allows(need) && session_allows(&sts, need)
            } else {
                own.allows(need) || (need == &reader.assume_permission() && reader.trusts.contains(&own.arn))
            }
        })
    }

    /// The role with this logical ID, without the removed grant.
    fn role(&self, id: &str) -> Role {
        let mut role = self.account.role(id);
        if let Some(removed) = self.removed.filter(|removed| removed.role == id) {
            role.grants.retain(|grant| *grant != removed.grant);
        }
        role
    }
}

/// Whether the policy of the last session allows the permission.
fn session_allows(sts: &Sts, need: &Permission) -> bool {
    let policy = sts.policies().pop().expect("a session has a policy");
    let text = |resource: &Value| resource.as_str().expect("an ARN").to_owned();
    allow(&grants(&policy, text), need)
}

const PRODUCTS: &str = "Products";
const PRODUCT_HISTORY: &str = "ProductHistory";
const ORDERS: &str = "Orders";
const REPORTS: &str = "reports";
