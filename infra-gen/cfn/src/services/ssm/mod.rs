//! AWS Systems Manager: `AWS::SSM`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod association;
pub mod cloud_connector;
pub mod document;
pub mod maintenance_window;
pub mod maintenance_window_target;
pub mod maintenance_window_task;
pub mod ops_item;
pub mod parameter;
pub mod patch_baseline;
pub mod resource_data_sync;
pub mod resource_policy;
pub mod service_setting;

pub use association::Association;
pub use cloud_connector::CloudConnector;
pub use document::Document;
pub use maintenance_window::MaintenanceWindow;
pub use maintenance_window_target::MaintenanceWindowTarget;
pub use maintenance_window_task::MaintenanceWindowTask;
pub use ops_item::OpsItem;
pub use parameter::Parameter;
pub use patch_baseline::PatchBaseline;
pub use resource_data_sync::ResourceDataSync;
pub use resource_policy::ResourcePolicy;
pub use service_setting::ServiceSetting;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &association::SCHEMA,
    &cloud_connector::SCHEMA,
    &document::SCHEMA,
    &maintenance_window::SCHEMA,
    &maintenance_window_target::SCHEMA,
    &maintenance_window_task::SCHEMA,
    &ops_item::SCHEMA,
    &parameter::SCHEMA,
    &patch_baseline::SCHEMA,
    &resource_data_sync::SCHEMA,
    &resource_policy::SCHEMA,
    &service_setting::SCHEMA,
];
