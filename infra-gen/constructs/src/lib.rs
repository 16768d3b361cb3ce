//! Constructs: what a team thinks in (a function, a table, an API, a site), each written as the handful of
//! CloudFormation resources that it takes, with safe defaults.
//!
//! A construct is made in one call, `Table::new(&mut stack, ID, props)`, and is then a plain struct of typed
//! handles; whatever it does not offer is one `stack[&table.table]` away. Permissions are intents: a grant writes the
//! narrowest statement into the role of the one it is granted to, and nobody types an ARN or an action.
//!
//! What would lose data or open access is always a choice that the props name: [`Removal`] has no default, a
//! bucket cannot be made public, no grant has a wildcard action. There are no setters and no hidden
//! lookups: a construct is what its props say, on every machine.

mod access;
mod bucket;
mod code;
mod function;
mod rest_api;
mod schedule;
mod state_machine;
mod static_site;
mod table;
mod topic;
mod user_pool;

pub use access::{Grantee, Removal, SeparateGrants};
pub use bucket::{Bucket, BucketAccess, BucketProps};
pub use code::{ARTIFACTS_BUCKET_PARAMETER, Package};
pub use function::{Architecture, Function, FunctionProps, LogRetention};
pub use rest_api::{
    AccessLog, Authorization, Cors, GatewayError, GatewayProblem, HttpMethod, HttpProxy, QueryParameter,
    RequestModel, RestApi, RestApiAddress, RestApiProps, Route, Target, Throttle,
};
pub use schedule::{Schedule, ScheduleProps};
pub use state_machine::{Execution, StateMachine, StateMachineProps};
pub use static_site::{PagePath, PathOrigin, StaticSite, StaticSiteProps};
pub use table::{Billing, Index, Key, KeyType, Projection, Table, TableAccess, TableProps};
pub use topic::{InvalidSubscriber, Subscriber, Topic, TopicEncryption, TopicProps, Transport};
pub use user_pool::{
    Branding, FeaturePlan, Invitation, Look, Mfa, Protection, RedirectUrls, ResourceServer, Scope,
    SignInPages, SiteClient, SiteClientProps, TokenMinutes, UserPool, UserPoolProps,
};
