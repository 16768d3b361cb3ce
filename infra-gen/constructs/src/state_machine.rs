//! A Step Functions state machine: a workflow of [`infra_gen_asl`], with a role that may do exactly what its tasks do.

use infra_gen_asl::{FunctionRef, MachineRef, Workflow};
use infra_gen_cfn::{
    Arn, Handle, Json, LogicalId, Map, Stack, Value, iam,
    intrinsic::{concat, regional_arn, stack_name},
    kind, logs,
    policy::{Action, PolicyDocument, Principal, Statement},
    stepfunctions::{self, state_machine},
};

use crate::{
    access::Grantee,
    function::{Function, LogRetention},
};

/// A state machine with its role and log group.
pub struct StateMachine {
    /// The state machine.
    pub state_machine: Handle<stepfunctions::StateMachine>,
    /// The role that its tasks run under; only this machine's.
    pub role: Handle<iam::Role>,
    /// Where failures are written.
    pub log_group: Handle<logs::LogGroup>,
}

/// What a state machine needs beside its workflow.
#[derive(Debug, Clone, Copy)]
pub struct StateMachineProps {
    /// How executions are run and paid.
    pub execution: Execution,
    /// How long its log is kept.
    pub log_retention: LogRetention,
    /// Whether X-Ray traces executions.
    pub tracing: bool,
}

/// How executions are run.
/// <https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Execution {
    /// Each step exactly once, up to a year, with a history; paid by step.
    Standard,
    /// Each step at least once, up to five minutes; paid by run and memory.
    Express,
}

impl StateMachine {
    /// Adds a state machine to the stack: `<id>StateMachine`, `<id>Role` and `<id>Logs`.
    pub fn new<In, Out>(
        stack: &mut Stack,
        id: &LogicalId,
        workflow: &Workflow<In, Out>,
        props: StateMachineProps,
    ) -> Self {
        stack.within(id.as_str(), |stack| {
            let log_group = log_group(stack, id, props.log_retention);
            let trust = PolicyDocument::new([Statement::trust(Principal::Service("states.amazonaws.com"))]);
            let role = stack.add(id.join("Role"), iam::Role::new(trust));
            let definition = serde_json::from_str::<Json>(&workflow.machine().definition())
                .expect("a checked workflow writes itself as JSON");
            let substitutions: Map<String> = workflow
                .substitutions()
                .iter()
                .map(|(name, value)| (name.as_str(), value.clone()))
                .collect();
            let resource = stepfunctions::StateMachine {
                state_machine_type: Some(props.execution.value().into()),
                definition: Some(definition.into()),
                definition_substitutions: (!substitutions.0.is_empty()).then(|| substitutions.into()),
                logging_configuration: Some(logging(&log_group).into()),
                tracing_configuration: Some(
                    state_machine::TracingConfiguration {
                        enabled: Some(props.tracing.into()),
                    }
                    .into(),
                ),
                ..stepfunctions::StateMachine::new(role.arn())
            };
            let state_machine = stack.add(id.join("StateMachine"), resource);
            let made = Self {
                state_machine,
                role,
                log_group,
            };
            for statement in workflow.permissions().statements {
                made.allow(stack, statement);
            }
            made.allow_logging(stack);
            if props.tracing {
                made.allow_tracing(stack);
            }
            made
        })
    }

    /// The state machine's ARN.
    pub fn arn(&self) -> Value<Arn<kind::stepfunctions::StateMachine>> {
        self.state_machine.arn()
    }

    /// The state machine as a task of another workflow calls it.
    pub fn reference<In, Out>(&self) -> MachineRef<In, Out> {
        MachineRef::new(self.state_machine.logical_id().clone(), self.arn())
    }

    /// Lets `grantee` start executions.
    pub fn grant_start(&self, stack: &mut Stack, grantee: &impl Grantee) {
        const START: Action = Action::new("states:StartExecution");
        grantee.allow(stack, Statement::allow([START], [self.arn().into()]));
    }

    /// Lets `grantee` list the executions.
    pub fn grant_list_executions(&self, stack: &mut Stack, grantee: &impl Grantee) {
        const LIST: Action = Action::new("states:ListExecutions");
        grantee.allow(stack, Statement::allow([LIST], [self.arn().into()]));
    }

    /// Lets `grantee` look at any execution of this machine, and of no other.
    pub fn grant_describe_executions(&self, stack: &mut Stack, grantee: &impl Grantee) {
        const DESCRIBE: Action = Action::new("states:DescribeExecution");
        grantee.allow(stack, Statement::allow([DESCRIBE], [self.executions()]));
    }

    /// Lets `grantee` read what happened in any execution of this machine, and of no other.
    pub fn grant_read_history(&self, stack: &mut Stack, grantee: &impl Grantee) {
        const READ: Action = Action::new("states:GetExecutionHistory");
        grantee.allow(stack, Statement::allow([READ], [self.executions()]));
    }

    /// The ARN of any execution.
    fn executions(&self) -> Value<String> {
        let executions = concat(["execution:".into(), self.state_machine.name(), ":*".into()]);
        regional_arn::<()>("states", &executions).into()
    }

    fn allow_logging(&self, stack: &mut Stack) {
        const ACTIONS: [Action; 8] = [
            Action::new("logs:CreateLogDelivery"),
            Action::new("logs:DeleteLogDelivery"),
            Action::new("logs:DescribeLogGroups"),
            Action::new("logs:DescribeResourcePolicies"),
            Action::new("logs:GetLogDelivery"),
            Action::new("logs:ListLogDeliveries"),
            Action::new("logs:PutResourcePolicy"),
            Action::new("logs:UpdateLogDelivery"),
        ];
        // Log deliveries have no resource-level permission: the only resource that these take is `*`.
        // https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
        self.allow(stack, Statement::allow(ACTIONS, ["*".into()]));
    }

    fn allow_tracing(&self, stack: &mut Stack) {
        const ACTIONS: [Action; 4] = [
            Action::new("xray:GetSamplingRules"),
            Action::new("xray:GetSamplingTargets"),
            Action::new("xray:PutTelemetryRecords"),
            Action::new("xray:PutTraceSegments"),
        ];
        // X-Ray has no resource-level permission for these.
        // https://docs.aws.amazon.com/step-functions/latest/dg/xray-iam.html
        self.allow(stack, Statement::allow(ACTIONS, ["*".into()]));
    }
}

impl Grantee for StateMachine {
    fn role(&self) -> &Handle<iam::Role> {
        &self.role
    }
}

impl Function {
    /// The function as a task of a workflow calls it. That it takes `In` and answers `Out` is the caller's word, best
    /// given by a contract that the handler shares.
    pub fn task<In, Out>(&self) -> FunctionRef<In, Out> {
        FunctionRef::new(self.function.logical_id().clone(), self.arn())
    }
}

impl Execution {
    fn value(self) -> state_machine::StateMachineType {
        match self {
            Self::Standard => state_machine::StateMachineType::Standard,
            Self::Express => state_machine::StateMachineType::Express,
        }
    }
}

/// Vended logs of all services share one resource policy of limited length, unless their group's name begins so.
/// <https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html>
fn log_group(stack: &mut Stack, id: &LogicalId, retention: LogRetention) -> Handle<logs::LogGroup> {
    let group = crate::function::log_group(stack, id.join("Logs"), retention);
    stack[&group].log_group_name = Some(concat([
        "/aws/vendedlogs/states/".into(),
        stack_name(),
        format!("-{id}").into(),
    ]));
    group
}

/// Failures are logged, without what the execution was given: that has people's names and addresses in it.
fn logging(log_group: &Handle<logs::LogGroup>) -> state_machine::LoggingConfiguration {
    let group = state_machine::CloudWatchLogsLogGroup {
        log_group_arn: Some(log_group.arn()),
    };
    let destination = state_machine::LogDestination {
        cloud_watch_logs_log_group: Some(group.into()),
    };
    state_machine::LoggingConfiguration {
        level: Some(state_machine::LoggingConfigurationLevel::Error.into()),
        include_execution_data: Some(false.into()),
        destinations: Some([destination].into()),
    }
}
