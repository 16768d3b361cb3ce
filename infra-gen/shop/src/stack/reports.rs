//! The reports microservice: its functions, the workflow `generate_report`, the bucket that stores the reports until they
//! expire, and the topic that notifies subscribers.

use infra_gen::{
    asl::SenderRef,
    cfn::{
        Handle, LogicalId, Stack, Value, iam,
        intrinsic::{regional_arn, stack_name},
        policy::{Action, Operator, PolicyDocument, Principal, Statement},
    },
    constructs::{
        Bucket, BucketAccess, BucketProps, Function, Grantee, StateMachine, StateMachineProps, TableAccess,
        Topic, TopicProps, Transport,
    },
};
use shop_contract::{
    self as contract, CheckReportSubmissionEnv, CreateReportEnv, GeneratePresignedUrlEnv, GetReportEnv,
    PrepareOrdersReportDataEnv, PrepareOrdersReportHtmlEnv, PrepareProductsReportDataEnv,
    PrepareProductsReportHtmlEnv, table::orders, workflow::generate_report::REPORTS,
};
use state_machines::generate_report;

use super::{
    auth::SignIn,
    data::Data,
    functions::{Functions, log_retention},
    removal,
};
use crate::settings::Settings;

const GENERATE_REPORT_WORKFLOW: LogicalId = LogicalId::new("GenerateReportWorkflow");
const REPORTS_BUCKET: LogicalId = LogicalId::new("Reports");
const NOTIFICATIONS: LogicalId = LogicalId::new("HtmlReportNotifications");
const SENDER: LogicalId = LogicalId::new("ReportSender");
/// The sender's name in emails.
const SHOP_NAME: &str = "Quarter Past";
const READER_ROLE: LogicalId = LogicalId::new("ReportReaderRole");

/// What the workflow's tasks share.
struct Reports<'a> {
    bucket: Bucket,
    notifications: Topic,
    /// The environment's name for people.
    environment: Value<String>,
    data: &'a Data,
    settings: &'a Settings,
}

pub(super) fn add(
    stack: &mut Stack,
    functions: &mut Functions<'_>,
    data: &Data,
    sign_in: &SignIn,
    settings: &Settings,
    site_origin: &Value<String>,
) -> StateMachine {
    let reports = Reports::new(stack, data, settings);
    let reader = ReaderRole::new(stack);
    let signing = Signing {
        reader: &reader,
        site_origin,
    };
    let workflow = reports.add_workflow(stack, functions, &signing);

    let create_report = functions.add_request_handler(
        stack,
        CreateReportEnv {
            generate_report_workflow: workflow.arn().into(),
            user_info_endpoint: sign_in.user_info(),
            user_pool_client: sign_in.client_id(),
            time_zone: settings.time_zone.as_str().into(),
            allowed_origins: site_origin.clone(),
        },
    );
    workflow.grant_start(stack, &create_report);
    workflow.grant_list_executions(stack, &create_report);

    let check_report_submission = functions.add_request_handler(
        stack,
        CheckReportSubmissionEnv {
            generate_report_workflow: workflow.arn().into(),
            user_pool_client: sign_in.client_id(),
            allowed_origins: site_origin.clone(),
        },
    );
    workflow.grant_describe_executions(stack, &check_report_submission);
    workflow.grant_read_history(stack, &check_report_submission);

    let get_report = functions.add_request_handler(
        stack,
        GetReportEnv {
            reports_bucket: reports.bucket.name().into(),
            reader_role: reader.0.arn().into(),
            link_minutes: settings.reports.link_minutes.get().to_string().into(),
            user_pool_client: sign_in.client_id(),
            allowed_origins: site_origin.clone(),
        },
    );
    reports.bucket.grant_list(stack, &get_report);

    reports.grant_read(stack, &reader);
    let signers = [
        functions.get(contract::Function::GeneratePresignedUrl).clone(),
        get_report,
    ];
    reader.trust(stack, &signers);
    if settings.stack.endpoint.is_some() {
        reader.allow(stack, &signers);
    }
    workflow
}

/// What the function needs that signs the links and writes the email.
struct Signing<'a> {
    reader: &'a ReaderRole,
    site_origin: &'a Value<String>,
}

impl<'a> Reports<'a> {
    fn new(stack: &mut Stack, data: &'a Data, settings: &'a Settings) -> Self {
        let bucket = Bucket::new(
            stack,
            REPORTS_BUCKET,
            BucketProps {
                expire_after_days: Some(settings.reports.expire_days),
                versioned: false,
                removal: removal(settings),
            },
        );
        if settings.stack.endpoint.is_some() {
            allow_plain_http_from_localhost(stack, &bucket);
        }
        let notifications = Topic::new(
            stack,
            NOTIFICATIONS,
            TopicProps {
                display_name: Some(SHOP_NAME.into()),
                transport: if settings.stack.endpoint.is_some() {
                    Transport::Any
                } else {
                    Transport::TlsOnly
                },
                subscribers: settings.reports.subscribers.as_slice().to_vec(),
                ..Default::default()
            },
        );
        let environment = settings.stack.tags.get("environment");
        Self {
            bucket,
            notifications,
            environment: environment.map_or_else(stack_name, |name| name.as_str().into()),
            data,
            settings,
        }
    }

    fn add_workflow(
        &self,
        stack: &mut Stack,
        functions: &mut Functions<'_>,
        signing: &Signing<'_>,
    ) -> StateMachine {
        let workflow = generate_report::workflow(&generate_report::Resources {
            prepare_orders_data: self.orders_data(stack, functions).task(),
            prepare_orders_html: self.orders_html(stack, functions).task(),
            prepare_products_data: self.products_data(stack, functions).task(),
            prepare_products_html: self.products_html(stack, functions).task(),
            generate_presigned_url: self.presigned_url(stack, functions, signing).task(),
            notifications: self.notifications.reference(),
            sender: self.sender(),
        })
        .expect("the workflow is valid");
        let props = StateMachineProps {
            log_retention: log_retention(self.settings),
            tracing: self.settings.functions.tracing,
            ..StateMachineProps::new(&workflow)
        };
        StateMachine::new(stack, GENERATE_REPORT_WORKFLOW, props)
    }

    fn orders_data(&self, stack: &mut Stack, functions: &mut Functions<'_>) -> Function {
        let function = functions.add(
            stack,
            PrepareOrdersReportDataEnv {
                orders_table: self.data.orders.name().into(),
                reports_bucket: self.bucket.name().into(),
                time_zone: self.time_zone(),
            },
            generate_report::PREPARE_SECONDS,
        );
        self.grant_read_orders(stack, &function);
        self.grant_write(stack, &function);
        function
    }

    fn orders_html(&self, stack: &mut Stack, functions: &mut Functions<'_>) -> Function {
        let function = functions.add(
            stack,
            PrepareOrdersReportHtmlEnv {
                reports_bucket: self.bucket.name().into(),
                environment: self.environment.clone(),
                time_zone: self.time_zone(),
            },
            generate_report::PREPARE_SECONDS,
        );
        self.grant_read(stack, &function);
        self.grant_write(stack, &function);
        function
    }

    fn products_data(&self, stack: &mut Stack, functions: &mut Functions<'_>) -> Function {
        let function = functions.add(
            stack,
            PrepareProductsReportDataEnv {
                products_table: self.data.products.name().into(),
                orders_table: self.data.orders.name().into(),
                reports_bucket: self.bucket.name().into(),
            },
            generate_report::PREPARE_SECONDS,
        );
        self.data.products.grant(stack, &function, [TableAccess::Scan]);
        self.grant_read_orders(stack, &function);
        self.grant_write(stack, &function);
        function
    }

    fn products_html(&self, stack: &mut Stack, functions: &mut Functions<'_>) -> Function {
        let function = functions.add(
            stack,
            PrepareProductsReportHtmlEnv {
                reports_bucket: self.bucket.name().into(),
                environment: self.environment.clone(),
                time_zone: self.time_zone(),
            },
            generate_report::PREPARE_SECONDS,
        );
        self.grant_read(stack, &function);
        self.grant_write(stack, &function);
        function
    }

    fn time_zone(&self) -> Value<String> {
        self.settings.time_zone.as_str().into()
    }

    /// The sender of emails. The identity is verified by hand, once per account: see `docs/DEPLOY.md`.
    fn sender(&self) -> SenderRef {
        let sender = &self.settings.reports.sender;
        let identity = format!("identity/{}", sender.identity);
        SenderRef::new(
            SENDER,
            format!("{SHOP_NAME} <{}>", sender.address),
            regional_arn::<()>("ses", &identity.into()),
        )
    }

    fn presigned_url(
        &self,
        stack: &mut Stack,
        functions: &mut Functions<'_>,
        signing: &Signing<'_>,
    ) -> Function {
        let recipients: Vec<_> = self
            .settings
            .reports
            .subscribers
            .as_slice()
            .iter()
            .map(|subscriber| subscriber.endpoint().to_owned())
            .collect();
        let function = functions.add(
            stack,
            GeneratePresignedUrlEnv {
                reports_bucket: self.bucket.name().into(),
                environment: self.environment.clone(),
                reader_role: signing.reader.0.arn().into(),
                link_minutes: self.settings.reports.link_minutes.get().to_string().into(),
                recipients: recipients.join(",").into(),
                time_zone: self.time_zone(),
                site_origin: signing.site_origin.clone(),
            },
            generate_report::SIGN_SECONDS,
        );
        self.grant_read(stack, &function);
        function
    }

    /// Allows `function` to read all orders, ordered by time.
    fn grant_read_orders(&self, stack: &mut Stack, function: &Function) {
        let orders = &self.data.orders;
        orders.grant_query_index(stack, function, orders::BY_TIME.name);
        orders.grant(stack, function, [TableAccess::BatchGetItem]);
    }

    fn grant_read(&self, stack: &mut Stack, grantee: &impl Grantee) {
        self.bucket
            .grant(stack, grantee, REPORTS, [BucketAccess::GetObject]);
    }

    /// Allows `grantee` to write reports, and to abort a multipart upload that failed.
    fn grant_write(&self, stack: &mut Stack, grantee: &impl Grantee) {
        let access = [BucketAccess::PutObject, BucketAccess::AbortMultipartUpload];
        self.bucket.grant(stack, grantee, REPORTS, access);
    }
}

/// Allows requests without TLS from this machine, because the local endpoint has no TLS but enforces the policy.
fn allow_plain_http_from_localhost(stack: &mut Stack, bucket: &Bucket) {
    let policy = stack[&bucket.policy].policy_document.literal_mut();
    for statement in &mut policy.expect("the construct writes a literal policy").statements {
        *statement = statement
            .clone()
            .when(Operator::NotIpAddress, "aws:SourceIp", ["127.0.0.1/32".into()]);
    }
}

/// The role whose credentials sign the links. It may only read reports, and only the signing functions may assume it.
struct ReaderRole(Handle<iam::Role>);

impl ReaderRole {
    /// Adds the role without a trust policy.
    fn new(stack: &mut Stack) -> Self {
        Self(stack.add(READER_ROLE, iam::Role::new(PolicyDocument::default())))
    }

    /// Allows the functions to assume the role. Within an account, the trust policy is sufficient.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
    fn trust(&self, stack: &mut Stack, functions: &[Function]) {
        let trust = functions
            .iter()
            .map(|function| Statement::trust(Principal::Aws(function.role.arn().into())));
        stack[&self.0].assume_role_policy_document = PolicyDocument::new(trust).into();
    }

    /// Adds the permission to assume the role, which the local endpoint requires in addition to the trust policy. It is a
    /// separate policy because the roles would otherwise depend on each other.
    fn allow(&self, stack: &mut Stack, functions: &[Function]) {
        let allow = Statement::allow([Action::new("sts:AssumeRole")], [self.0.arn().into()]);
        let policy = iam::Policy {
            roles: Some(
                functions
                    .iter()
                    .map(|function| function.role.reference())
                    .collect::<Vec<_>>()
                    .into(),
            ),
            ..iam::Policy::new(PolicyDocument::new([allow]), "TakeOnReader")
        };
        stack.add(READER_ROLE.join("Permission"), policy);
    }
}

impl Grantee for ReaderRole {
    fn role(&self) -> &Handle<iam::Role> {
        &self.0
    }
}
