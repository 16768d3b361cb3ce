//! The calls of tasks: service integrations of Step Functions, with typed input and output.
//!
//! Each integration has its own `Resource`, `Arguments` and `Output`, and the permissions that it needs.

use std::marker::PhantomData;

use infra_gen_cfn::{
    Value,
    intrinsic::{concat, regional_arn},
    policy::Action,
};
use serde_json::json;

use super::reference::{
    ActivityRef, FunctionRef, MachineRef, Need, QueueRef, Reference, SenderRef, TableRef, TopicRef,
};
use crate::{
    model::{Json, JsonObject},
    query::Jsonata,
};

/// The task token of a call with [`Call::wait_for_task_token`], for use in its arguments.
pub const TASK_TOKEN: Jsonata = Jsonata::new("$states.context.Task.Token");

const INPUT: Jsonata = Jsonata::new("$states.input");
const RESULT: Jsonata = Jsonata::new("$states.result");

/// The call of a task with input `In` and output `Out`.
pub struct Call<In, Out> {
    pub(super) resource: String,
    pub(super) arguments: Option<Json>,
    pub(super) output: Option<Json>,
    pub(super) needs: Vec<Need>,
    types: PhantomData<fn(In) -> Out>,
}

impl<In, Out> Call<In, Out> {
    fn new(resource: &str, arguments: Json, needs: Vec<Need>) -> Self {
        Self {
            resource: format!("arn:aws:states:::{resource}"),
            arguments: Some(arguments),
            output: None,
            needs,
            types: PhantomData,
        }
    }

    /// Sets the output of the state: an expression on `$states.result`, or a document with expressions. Its type `T` is not
    /// checked.
    #[must_use]
    pub fn with_output<T>(self, output: impl Into<Json>) -> Call<In, T> {
        Call {
            output: Some(output.into()),
            ..self.cast()
        }
    }

    /// Discards the result: the output of the state is its input.
    #[must_use]
    pub fn discard_result(self) -> Call<In, In> {
        self.with_output(INPUT)
    }

    /// Waits until a callback returns the [`TASK_TOKEN`] with a `T`. The arguments must contain the token.
    #[must_use]
    pub fn wait_for_task_token<T>(self) -> Call<In, T> {
        let resource = format!("{}.waitForTaskToken", self.resource);
        Call {
            resource,
            output: None,
            ..self.cast()
        }
    }

    fn cast<A, B>(self) -> Call<A, B> {
        Call {
            resource: self.resource,
            arguments: self.arguments,
            output: self.output,
            needs: self.needs,
            types: PhantomData,
        }
    }
}

impl<In, Out> FunctionRef<In, Out> {
    /// Invokes the function with the input of the state. The output is its response.
    pub fn invoke(&self) -> Call<In, Out> {
        self.invoke_with(INPUT)
    }

    /// Invokes the function with `payload`, which is made from a state input `T`. That it is an `In` is not checked.
    pub fn invoke_with<T>(&self, payload: impl Into<Json>) -> Call<T, Out> {
        const INVOKE: Action = Action::new("lambda:InvokeFunction");
        const PAYLOAD: Jsonata = Jsonata::new("$states.result.Payload");
        let arguments = json!({ "FunctionName": self.arn.text(), "Payload": payload.into() });
        Call::<T, Json>::new(
            "lambda:invoke",
            arguments,
            vec![need(&self.arn, [INVOKE], &self.arn.value)],
        )
        .with_output(PAYLOAD)
    }
}

impl TopicRef {
    /// Publishes `message`. The output is the response of the service.
    pub fn publish<In>(&self, subject: Option<Json>, message: impl Into<Json>) -> Call<In, Json> {
        const PUBLISH: Action = Action::new("sns:Publish");
        let mut arguments = JsonObject::new();
        arguments.insert("TopicArn".into(), self.arn.text().into());
        arguments.extend(subject.map(|subject| ("Subject".to_owned(), subject)));
        arguments.insert("Message".into(), message.into());
        Call::new(
            "sns:publish",
            arguments.into(),
            vec![need(&self.arn, [PUBLISH], &self.arn.value)],
        )
    }
}

/// A plain-text email. Each part is an expression or a string.
#[derive(Debug, Clone, PartialEq)]
pub struct MailText {
    /// The address of the recipient.
    pub to: Json,
    /// The subject.
    pub subject: Json,
    /// The body.
    pub text: Json,
}

impl SenderRef {
    /// Sends an email. The output is the response of the service, with `MessageId`.
    ///
    /// A retry can send the email again: the call is not idempotent.
    pub fn send<In>(&self, mail: MailText) -> Call<In, Json> {
        const SEND: Action = Action::new("ses:SendEmail");
        let utf8 = |data: Json| json!({ "Data": data, "Charset": "UTF-8" });
        let arguments = json!({
            "FromEmailAddress": self.from.text(),
            "Destination": { "ToAddresses": [mail.to] },
            "Content": { "Simple": { "Subject": utf8(mail.subject), "Body": { "Text": utf8(mail.text) } } },
        });
        Call::new(
            "aws-sdk:sesv2:sendEmail",
            arguments,
            vec![need(&self.from, [SEND], &self.identity)],
        )
    }
}

impl QueueRef {
    /// Sends `body`. The output is the response of the service.
    pub fn send<In>(&self, body: impl Into<Json>) -> Call<In, Json> {
        const SEND: Action = Action::new("sqs:SendMessage");
        let arguments = json!({ "QueueUrl": self.url.text(), "MessageBody": body.into() });
        Call::new(
            "sqs:sendMessage",
            arguments,
            vec![need(&self.url, [SEND], &self.arn)],
        )
    }
}

/// An operation on one item of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemAction {
    /// `dynamodb:getItem`
    Get,
    /// `dynamodb:putItem`
    Put,
    /// `dynamodb:updateItem`
    Update,
    /// `dynamodb:deleteItem`
    Delete,
}

impl TableRef {
    /// Runs `action`; `arguments` are those of the API except `TableName`. The output is the response of the service.
    ///
    /// # Panics
    /// If `arguments` is not an object.
    pub fn item<In>(&self, action: ItemAction, arguments: impl Into<Json>) -> Call<In, Json> {
        let (resource, allowed) = match action {
            ItemAction::Get => ("dynamodb:getItem", Action::new("dynamodb:GetItem")),
            ItemAction::Put => ("dynamodb:putItem", Action::new("dynamodb:PutItem")),
            ItemAction::Update => ("dynamodb:updateItem", Action::new("dynamodb:UpdateItem")),
            ItemAction::Delete => ("dynamodb:deleteItem", Action::new("dynamodb:DeleteItem")),
        };
        let Json::Object(more) = arguments.into() else {
            panic!("the arguments of `{resource}` must be an object")
        };
        let mut arguments = JsonObject::new();
        arguments.insert("TableName".into(), self.table_name.text().into());
        arguments.extend(more);
        Call::new(
            resource,
            arguments.into(),
            vec![need(&self.table_name, [allowed], &self.arn)],
        )
    }
}

impl<In, Out> MachineRef<In, Out> {
    /// Starts an execution with the input of the state, without waiting for it. The output is the response of the service,
    /// with `ExecutionArn`.
    pub fn start(&self) -> Call<In, Json> {
        Call::new("states:startExecution", self.arguments(), vec![self.may_start()])
    }

    /// Runs an execution with the input of the state and waits for its output.
    pub fn run(&self) -> Call<In, Out> {
        const OUTPUT: Jsonata = Jsonata::new("$states.result.Output");
        const FOLLOW: [Action; 2] = [
            Action::new("states:DescribeExecution"),
            Action::new("states:StopExecution"),
        ];
        const EVENTS: [Action; 3] = [
            Action::new("events:DescribeRule"),
            Action::new("events:PutRule"),
            Action::new("events:PutTargets"),
        ];
        const RULE: &str = "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule";
        let mut need = self.may_start();
        need.grants.push((FOLLOW.to_vec(), executions(&self.arn.value)));
        // Step Functions uses this rule, which it creates in the account, to notice the end of the execution.
        need.grants
            .push((EVENTS.to_vec(), regional_arn::<()>("events", &RULE.into()).into()));
        Call::<In, Json>::new("states:startExecution.sync:2", self.arguments(), vec![need])
            .with_output(OUTPUT)
    }

    fn arguments(&self) -> Json {
        json!({
            "StateMachineArn": self.arn.text(),
            // Links both executions in the console.
            "Input": Json::from(Jsonata::new(
                "$merge([$states.input, {'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID': $states.context.Execution.Id}])"
            )),
        })
    }

    fn may_start(&self) -> Need {
        need(&self.arn, [Action::new("states:StartExecution")], &self.arn.value)
    }
}

/// The ARN of every execution of the state machine with this ARN:
/// `arn:…:stateMachine:name` becomes `arn:…:execution:name:*`.
fn executions(machine: &Value<String>) -> Value<String> {
    if let Some(literal) = machine.literal() {
        return format!("{}:*", literal.replacen(":stateMachine:", ":execution:", 1)).into();
    }
    let name = infra_gen_cfn::intrinsic::select(6, &infra_gen_cfn::intrinsic::split(":", machine));
    regional_arn::<()>("states", &concat(["execution:".into(), name, ":*".into()])).into()
}

impl<In, Out> ActivityRef<In, Out> {
    /// Sends the input of the state to a worker of the activity. The output is its response. Workers poll for tasks, so the
    /// role needs no permission.
    pub fn run(&self) -> Call<In, Out> {
        Call {
            resource: self.arn.text(),
            arguments: None,
            output: Some(RESULT.into()),
            needs: vec![Need {
                reference: self.arn.clone(),
                grants: Vec::new(),
            }],
            types: PhantomData,
        }
    }
}

fn need<const N: usize>(reference: &Reference, actions: [Action; N], resource: &Value<String>) -> Need {
    Need {
        reference: reference.clone(),
        grants: vec![(Vec::from(actions), resource.clone())],
    }
}
