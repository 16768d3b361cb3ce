//! Amazon EventBridge: `AWS::Events`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod api_destination;
pub mod archive;
pub mod connection;
pub mod endpoint;
pub mod event_bus;
pub mod event_bus_policy;
pub mod rule;

pub use api_destination::ApiDestination;
pub use archive::Archive;
pub use connection::Connection;
pub use endpoint::Endpoint;
pub use event_bus::EventBus;
pub use event_bus_policy::EventBusPolicy;
pub use rule::Rule;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &api_destination::SCHEMA,
    &archive::SCHEMA,
    &connection::SCHEMA,
    &endpoint::SCHEMA,
    &event_bus::SCHEMA,
    &event_bus_policy::SCHEMA,
    &rule::SCHEMA,
];
