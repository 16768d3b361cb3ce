//! A Step Functions state machine: a workflow of [`infra_gen_asl`] and a role with exactly the permissions that its tasks
//! need.

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
    /// The role that its tasks run under. No other state machine uses it.
    pub role: Handle<iam::Role>,
    /// The log group for failures.
    pub log_group: Handle<logs::LogGroup>,
}

/// The options of a [`StateMachine`].
pub struct StateMachineProps<'a, In, Out> {
    /// The workflow that it runs.
    pub workflow: &'a Workflow<In, Out>,
    /// How executions run and are billed.
    pub execution: Execution,
    /// How long the log is kept.
    pub log_retention: LogRetention,
    /// Whether X-Ray traces executions; by default not.
    pub tracing: bool,
}

impl<'a, In, Out> StateMachineProps<'a, In, Out> {
    /// A state machine that runs `workflow` in standard executions.
    pub fn new(workflow: &'a Workflow<In, Out>) -> Self {
        Self {
            workflow,
            execution: Execution::default(),
            log_retention: LogRetention::default(),
            tracing: false,
        }
    }
}

/// How executions run and are billed.
/// <https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Execution {
    /// Each step runs exactly once, for up to a year, with a history; billed per state transition.
    #[default]
    Standard,
    /// Each step runs at least once, for up to five minutes; billed per request, duration and memory.
    Express,
}

impl StateMachine {
    /// Adds a state machine to the stack: `<id>StateMachine`, `<id>Role` and `<id>Logs`.
    pub fn new<In, Out>(stack: &mut Stack, id: LogicalId, props: StateMachineProps<'_, In, Out>) -> Self {
        let workflow = props.workflow;
        stack.within(id.as_str(), |stack| {
            let log_group = log_group(stack, &id, props.log_retention);
            let trust = PolicyDocument::new([Statement::trust(Principal::service("states.amazonaws.com"))]);
            let role = stack.add(id.join("Role"), iam::Role::new(trust));
            let definition = serde_json::from_str::<Json>(&workflow.machine().definition())
                .expect("a checked workflow serializes as JSON");
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
            let created = Self {
                state_machine,
                role,
                log_group,
            };
            for statement in workflow.permissions().statements {
                created.allow(stack, statement);
            }
            created.allow_logging(stack);
            if props.tracing {
                created.allow_tracing(stack);
            }
            created
        })
    }

    /// The state machine's ARN.
    pub fn arn(&self) -> Value<Arn<kind::stepfunctions::StateMachine>> {
        self.state_machine.arn()
    }

    /// A reference to the state machine for a task of another workflow.
    pub fn reference<In, Out>(&self) -> MachineRef<In, Out> {
        MachineRef::new(self.state_machine.logical_id().clone(), self.arn())
    }

    /// Allows `grantee` to start executions.
    pub fn grant_start(&self, stack: &mut Stack, grantee: &impl Grantee) {
        const START: Action = Action::new("states:StartExecution");
        grantee.allow(stack, Statement::allow([START], [self.arn().into()]));
    }

    /// Allows `grantee` to list the executions.
    pub fn grant_list_executions(&self, stack: &mut Stack, grantee: &impl Grantee) {
        const LIST: Action = Action::new("states:ListExecutions");
        grantee.allow(stack, Statement::allow([LIST], [self.arn().into()]));
    }

    /// Allows `grantee` to describe the executions of this state machine and of no other.
    pub fn grant_describe_executions(&self, stack: &mut Stack, grantee: &impl Grantee) {
        const DESCRIBE: Action = Action::new("states:DescribeExecution");
        grantee.allow(stack, Statement::allow([DESCRIBE], [self.executions()]));
    }

    /// Allows `grantee` to read the history of the executions of this state machine and of no other.
    pub fn grant_read_history(&self, stack: &mut Stack, grantee: &impl Grantee) {
        const READ: Action = Action::new("states:GetExecutionHistory");
        grantee.allow(stack, Statement::allow([READ], [self.executions()]));
    }

    /// The ARN pattern of all executions.
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
        // Log deliveries have no resource-level permissions: the only resource these actions accept is `*`.
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
        // X-Ray has no resource-level permissions for these actions.
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
    /// A reference to the function for a task of a workflow. The caller asserts that the function takes `In` and returns
    /// `Out`; a contract crate shared with the handler is the best place for those types.
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

/// The name starts with `/aws/vendedlogs/`, because the log groups of all services otherwise share one resource policy of
/// limited length.
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

/// Failures are logged without execution data, which contains names and addresses.
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
