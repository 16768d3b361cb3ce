//! `POST /create_report`: has a report made and mailed.

use shop_contract::{CreateReportEnv, CreatedReport};
use shop_runtime::{Employee, Failure, Handler, Request, Response, SdkConfig, UserPoolClient, warm_up};

use crate::{
    submission::{self, ListExecutions, Requester},
    user_info::UserInfo,
    workflow::GenerateReportWorkflow,
};

/// The handler of `POST /create_report`.
#[derive(Debug)]
pub struct CreateReport {
    workflow: GenerateReportWorkflow,
    client: UserPoolClient,
    user_info: UserInfo,
}

impl Handler for CreateReport {
    type Env = CreateReportEnv<String>;

    fn allowed_origins(environment: &Self::Env) -> &str {
        &environment.allowed_origins
    }

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        let workflow = GenerateReportWorkflow::new(aws, environment.generate_report_workflow);
        let user_info = UserInfo::new(environment.user_info_endpoint);
        tokio::join!(warm_up(workflow.list(None)), warm_up(user_info.greet()));
        Self {
            workflow,
            client: UserPoolClient::new(environment.user_pool_client),
            user_info,
        }
    }

    async fn handle(&self, request: &Request) -> Result<Response, Failure> {
        let employee = Employee::of(request, &self.client)?;

        let name = self.user_info.name_of(&employee, request).await;
        let requester = Requester {
            id: employee.sub(),
            name: name.as_deref().unwrap_or("an employee"),
        };
        let execution_arn = submission::submit(&self.workflow, requester).await?;

        Ok(Response::json(202, &CreatedReport { execution_arn }))
    }
}
