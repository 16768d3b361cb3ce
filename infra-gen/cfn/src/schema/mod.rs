//! What AWS's registry schemas say of a resource type, as static data.

/// What the registry's schema says of one resource type.
#[derive(Debug)]
pub struct TypeSchema {
    /// `AWS::Service::Type`.
    pub type_name: &'static str,
}
