//! A Lambda function written in Rust, with a role and a log group of its own.

use infra_gen_cfn::{
    Arn, Handle, LogicalId, Map, Stack, Value, iam, kind,
    lambda::{self, function},
    logs,
    policy::{Action, PolicyDocument, Principal, Statement},
};

use serde::Deserialize;

use crate::{
    access::{Grantee, Removal},
    code::Package,
};

/// A Lambda function with its role and log group.
#[derive(Clone)]
pub struct Function {
    /// The function.
    pub function: Handle<lambda::Function>,
    /// The role that it runs under; only this function's.
    pub role: Handle<iam::Role>,
    /// Where its output goes.
    pub log_group: Handle<logs::LogGroup>,
}

/// What a function needs.
pub struct FunctionProps {
    /// The binary that holds the handler.
    pub package: Package,
    /// The handler's name within the binary.
    pub handler: &'static str,
    /// The instruction set that the binary was built for.
    pub architecture: Architecture,
    /// Memory in MiB, 128 to 10,240; CPU grows with it.
    pub memory_mib: u16,
    /// How long one call may take, in seconds, 1 to 900.
    pub timeout_seconds: u16,
    /// The environment, by variable name.
    pub environment: Vec<(&'static str, Value<String>)>,
    /// How long its log is kept.
    pub log_retention: LogRetention,
    /// Whether X-Ray traces its calls.
    pub tracing: bool,
}

/// The instruction set of a function's processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Architecture {
    /// 64-bit x86.
    #[serde(rename = "x86_64")]
    X86_64,
    /// 64-bit ARM (Graviton).
    #[serde(rename = "arm64")]
    Arm64,
}

/// How long a log is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogRetention {
    /// Days; one of the periods that CloudWatch Logs offers.
    pub days: u16,
    /// Whether the log outlives the stack.
    pub removal: Removal,
}

impl Function {
    /// Adds a function to the stack: `<id>Function`, `<id>Role` and `<id>Logs`.
    pub fn new(stack: &mut Stack, id: &LogicalId, props: FunctionProps) -> Self {
        stack.within(id.as_str(), |stack| {
            let log_group = log_group(stack, id.join("Logs"), props.log_retention);
            let role = stack.add(
                id.join("Role"),
                iam::Role::new(PolicyDocument::new([Statement::trust(Principal::Service(
                    "lambda.amazonaws.com",
                ))])),
            );
            let function = lambda::Function {
                runtime: Some(function::Runtime::ProvidedAl2023.into()),
                architectures: Some([props.architecture.value()].into()),
                handler: Some(props.handler.into()),
                memory_size: Some(i64::from(props.memory_mib).into()),
                timeout: Some(i64::from(props.timeout_seconds).into()),
                environment: environment(props.environment),
                logging_config: Some(
                    function::LoggingConfig {
                        log_format: Some(function::LogFormat::Json.into()),
                        log_group: Some(log_group.reference()),
                        ..function::LoggingConfig::new()
                    }
                    .into(),
                ),
                tracing_config: props.tracing.then(|| {
                    function::TracingConfig {
                        mode: Some(function::TracingConfigMode::Active.into()),
                    }
                    .into()
                }),
                ..lambda::Function::new(props.package.code(stack), role.arn())
            };
            let function = stack.add(id.join("Function"), function);
            let made = Self {
                function,
                role,
                log_group,
            };
            made.allow_logging(stack);
            if props.tracing {
                made.allow_tracing(stack);
            }
            made
        })
    }

    /// The function's ARN.
    pub fn arn(&self) -> Value<Arn<kind::lambda::Function>> {
        self.function.arn()
    }

    fn allow_logging(&self, stack: &mut Stack) {
        const ACTIONS: [Action; 2] = [
            Action::new("logs:CreateLogStream"),
            Action::new("logs:PutLogEvents"),
        ];
        // The attribute ends in `:*`, which is every stream of this one group.
        self.allow(stack, Statement::allow(ACTIONS, [self.log_group.arn().into()]));
    }

    fn allow_tracing(&self, stack: &mut Stack) {
        const ACTIONS: [Action; 2] = [
            Action::new("xray:PutTelemetryRecords"),
            Action::new("xray:PutTraceSegments"),
        ];
        // X-Ray has no resource-level permission for these two: the only resource it takes is `*`.
        // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
        self.allow(stack, Statement::allow(ACTIONS, ["*".into()]));
    }
}

impl Grantee for Function {
    fn role(&self) -> &Handle<iam::Role> {
        &self.role
    }
}

impl Architecture {
    /// The name that Lambda has for it.
    pub fn as_str(self) -> &'static str {
        self.value().as_str()
    }

    /// The name that a target triple has for it.
    pub fn rust_name(self) -> &'static str {
        match self {
            Self::X86_64 => "x86_64",
            Self::Arm64 => "aarch64",
        }
    }

    fn value(self) -> function::Architecture {
        match self {
            Self::X86_64 => function::Architecture::X86_64,
            Self::Arm64 => function::Architecture::Arm64,
        }
    }
}

fn environment(variables: Vec<(&'static str, Value<String>)>) -> Option<Value<function::Environment>> {
    if variables.is_empty() {
        return None;
    }
    let variables: Map<String> = variables.into_iter().collect();
    let environment = function::Environment {
        variables: Some(variables.into()),
    };
    Some(environment.into())
}

/// A log group that is kept as long as `retention` says.
pub(crate) fn log_group(stack: &mut Stack, id: LogicalId, retention: LogRetention) -> Handle<logs::LogGroup> {
    let group = logs::LogGroup {
        retention_in_days: Some(i64::from(retention.days).into()),
        ..logs::LogGroup::new()
    };
    let group = stack.add(id, group);
    retention.removal.apply(stack, &group);
    group
}
