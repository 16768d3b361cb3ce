//! `GET /create_report/status/{executionArn}`: the progress of a report. Any employee may look at any report.

use shop_contract::{
    CheckReportSubmissionEnv, CheckReportSubmissionPath, ReportId, ReportStatus, WarmUpKey, api,
};
use shop_runtime::{Employee, Failure, Handler, Request, SdkConfig, warm_up};

use crate::{
    progress::{self, FindExecution},
    workflow::GenerateReportWorkflow,
};

/// The handler of `GET /create_report/status/{executionArn}`.
#[derive(Debug)]
pub struct CheckReportSubmission {
    workflow: GenerateReportWorkflow,
}

impl Handler for CheckReportSubmission {
    type Operation = api::CheckReportSubmission;

    async fn start(environment: CheckReportSubmissionEnv<String>, aws: &SdkConfig) -> Self {
        let workflow = GenerateReportWorkflow::new(aws, environment.generate_report_workflow);
        warm_up(workflow.warm_up(WarmUpKey)).await;
        Self { workflow }
    }

    async fn handle(&self, request: &Request, _: Employee) -> Result<ReportStatus, Failure> {
        let path = CheckReportSubmissionPath::read(|name| request.path_parameter(name))?;
        let no_such_report = || Failure::NotFound {
            detail: "report not found".to_owned(),
        };
        // An execution of another workflow gives the same response as a missing one, so that this route does not reveal whether it exists.
        if !self.workflow.runs(&path.execution_arn) {
            return Err(no_such_report());
        }

        let execution = self.workflow.find(&path.execution_arn).await?;
        let execution = execution.ok_or_else(no_such_report)?;

        // The name of an execution of this workflow is the report's ID.
        let id = ReportId::parse(path.execution_arn.name()).map_err(|_| no_such_report())?;
        Ok(progress::status(&id, &execution)?)
    }
}
