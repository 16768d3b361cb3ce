#![doc = include_str!("../README.md")]
#![expect(
    clippy::needless_pass_by_value,
    reason = "every construct takes its ID and its props by value"
)]

/// Compiles the snippet in the README of the repository.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct RepositoryReadme;

mod access;
mod alarm;
mod bucket;
mod code;
mod dashboard;
mod function;
mod metric;
mod queue;
mod rest_api;
mod schedule;
mod state_machine;
mod static_site;
mod table;
mod topic;
mod user_pool;

pub use access::{Grantee, Removal, SeparateGrants};
pub use alarm::{Alarm, AlarmCondition, AlarmProps, Datapoints, MissingData};
pub use bucket::{Bucket, BucketAccess, BucketProps};
pub use code::{ARTIFACTS_BUCKET_PARAMETER, Package};
pub use dashboard::{Dashboard, DashboardProps, Widget};
pub use function::{Architecture, Function, FunctionProps, LogRetention};
pub use metric::{Metric, Statistic};
pub use queue::{Queue, QueueProps};
pub use rest_api::{
    AccessLog, Authorization, Cors, GatewayError, GatewayProblem, HttpMethod, HttpProxy, QueryParameter,
    RequestModel, RestApi, RestApiAddress, RestApiAddressProps, RestApiProps, Route, Target, Throttle,
};
pub use schedule::{Schedule, ScheduleProps};
pub use state_machine::{Execution, StateMachine, StateMachineProps};
pub use static_site::{PagePath, PathOrigin, StaticSite, StaticSiteProps};
pub use table::{Billing, Index, Key, KeyAttribute, KeyType, Projection, Table, TableAccess, TableProps};
pub use topic::{
    InvalidSubscriber, ServicePublisher, Subscriber, Topic, TopicEncryption, TopicProps, Transport,
};
pub use user_pool::{
    Branding, FeaturePlan, Invitation, Look, Mfa, Protection, RedirectUrls, ResourceServer,
    ResourceServerProps, Scope, ScopeProps, SignInPages, SignInPagesProps, SiteClient, SiteClientProps,
    TokenMinutes, UserPool, UserPoolGroup, UserPoolGroupProps, UserPoolProps,
};
