//! A Lambda function written in Rust, with its own role and log group.

use std::borrow::Cow;

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
    /// The role that it runs under. No other function uses it.
    pub role: Handle<iam::Role>,
    /// The log group for its output.
    pub log_group: Handle<logs::LogGroup>,
}

/// The options of a [`Function`].
#[derive(Debug, Clone)]
pub struct FunctionProps {
    /// The binary that contains the handler.
    pub package: Package,
    /// The handler's name within the binary.
    pub handler: Cow<'static, str>,
    /// The instruction set that the binary is built for.
    pub architecture: Architecture,
    /// Memory in MiB, 128 to 10,240; by default 128. CPU power is proportional to it.
    pub memory_mib: u16,
    /// How long one invocation may take, in seconds, 1 to 900; by default 3.
    pub timeout_seconds: u16,
    /// The environment variables by name.
    pub environment: Map<String>,
    /// How long the function's log is kept.
    pub log_retention: LogRetention,
    /// Whether X-Ray traces invocations; by default not.
    pub tracing: bool,
}

impl FunctionProps {
    /// A function that runs `handler` of `package`, with the defaults of Lambda.
    pub fn new(package: Package, handler: impl Into<Cow<'static, str>>, architecture: Architecture) -> Self {
        Self {
            package,
            handler: handler.into(),
            architecture,
            memory_mib: 128,
            timeout_seconds: 3,
            environment: Map::default(),
            log_retention: LogRetention::default(),
            tracing: false,
        }
    }
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
    /// How many days log events are kept, one of the periods that CloudWatch Logs offers; by default 30.
    pub days: u16,
    /// What happens to the log group when it is removed from the stack; by default it is retained.
    pub removal: Removal,
}

impl Default for LogRetention {
    fn default() -> Self {
        Self {
            days: 30,
            removal: Removal::default(),
        }
    }
}

impl Function {
    /// Adds a function to the stack: `<id>Function`, `<id>Role` and `<id>Logs`.
    pub fn new(stack: &mut Stack, id: LogicalId, props: FunctionProps) -> Self {
        stack.within(id.as_str(), |stack| {
            let log_group = log_group(stack, id.join("Logs"), props.log_retention);
            let role = stack.add(
                id.join("Role"),
                iam::Role::new(PolicyDocument::new([Statement::trust(Principal::service(
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
            let created = Self {
                function,
                role,
                log_group,
            };
            created.allow_logging(stack);
            if props.tracing {
                created.allow_tracing(stack);
            }
            created
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
        // The attribute ends in `:*`, which matches every log stream of this group.
        self.allow(stack, Statement::allow(ACTIONS, [self.log_group.arn().into()]));
    }

    fn allow_tracing(&self, stack: &mut Stack) {
        const ACTIONS: [Action; 2] = [
            Action::new("xray:PutTelemetryRecords"),
            Action::new("xray:PutTraceSegments"),
        ];
        // X-Ray has no resource-level permissions for these actions: the only resource it accepts is `*`.
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
    /// The name that Lambda uses.
    pub fn as_str(self) -> &'static str {
        self.value().as_str()
    }

    /// The name that Rust's target triples use.
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

fn environment(variables: Map<String>) -> Option<Value<function::Environment>> {
    if variables.0.is_empty() {
        return None;
    }
    let environment = function::Environment {
        variables: Some(variables.into()),
    };
    Some(environment.into())
}

/// Adds a log group with this retention.
pub(crate) fn log_group(stack: &mut Stack, id: LogicalId, retention: LogRetention) -> Handle<logs::LogGroup> {
    let group = logs::LogGroup {
        retention_in_days: Some(i64::from(retention.days).into()),
        ..logs::LogGroup::new()
    };
    let group = stack.add(id, group);
    retention.removal.apply(stack, &group);
    group
}
