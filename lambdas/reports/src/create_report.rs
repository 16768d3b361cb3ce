//! `POST /create_report`: starts a report, which is then mailed.

use shop_contract::{
    CreateReportEnv, CreateReportQuery, CreatedReport, api,
    workflow::generate_report::{GenerateReportExecution, ReportPeriod},
};
use shop_runtime::{Employee, Failure, Handler, Request, SdkConfig, ShopZone, warm_up};

use crate::{
    submission::{self, ListExecutions},
    user_info::UserInfo,
    workflow::GenerateReportWorkflow,
};

/// The handler of `POST /create_report`.
#[derive(Debug)]
pub struct CreateReport {
    workflow: GenerateReportWorkflow,
    user_info: UserInfo,
    zone: ShopZone,
}

impl CreateReport {
    /// The period between the two days, or none without days.
    fn period(&self, query: CreateReportQuery) -> Option<ReportPeriod> {
        let CreateReportQuery { from, to } = query;
        (from.is_some() || to.is_some()).then(|| ReportPeriod {
            begins: from.as_ref().map(|day| self.zone.start_of(day)),
            ends: to.as_ref().map(|day| self.zone.end_of(day)),
            from,
            to,
        })
    }
}

impl Handler for CreateReport {
    type Operation = api::CreateReport;

    async fn start(environment: CreateReportEnv<String>, aws: &SdkConfig) -> Self {
        let workflow = GenerateReportWorkflow::new(aws, environment.generate_report_workflow);
        let user_info = UserInfo::new(environment.user_info_endpoint);
        tokio::join!(warm_up(workflow.list(None)), warm_up(user_info.preconnect()));
        Self {
            workflow,
            user_info,
            zone: ShopZone::new(&environment.time_zone),
        }
    }

    async fn handle(&self, request: &Request, employee: Employee) -> Result<CreatedReport, Failure> {
        let query = CreateReportQuery::read(|name| request.query(name))?;
        if query.from.is_some() && query.to.is_some() && query.from > query.to {
            return Err(Failure::invalid(
                "parameter `from`: expected a day that is not after `to`",
            ));
        }

        let profile = self.user_info.profile_of(&employee, request).await;
        let input = GenerateReportExecution {
            requested_by: profile.name.unwrap_or_else(|| "an employee".to_owned()),
            requester: profile.email.map(String::from),
            period: self.period(query),
        };
        let execution_arn = submission::submit(&self.workflow, employee.sub(), &input).await?;

        Ok(CreatedReport { execution_arn })
    }
}
