//! CloudFormation's quotas.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>

/// Resources per stack.
pub(crate) const MAX_RESOURCES: usize = 500;

/// Outputs per template.
pub(crate) const MAX_OUTPUTS: usize = 200;

/// Parameters per template.
pub(crate) const MAX_PARAMETERS: usize = 200;

/// Mappings per template.
pub(crate) const MAX_MAPPINGS: usize = 200;

/// Attributes per key of a mapping.
pub(crate) const MAX_MAPPING_ATTRIBUTES: usize = 200;

/// Bytes of a template in a bucket: 1 MB.
pub(crate) const MAX_TEMPLATE_BYTES: usize = 1_000_000;

/// Bytes of a template in the request itself; a larger one goes through a bucket.
pub(crate) const MAX_INLINE_TEMPLATE_BYTES: usize = 51_200;

/// Bytes of a template's or an output's description.
pub(crate) const MAX_DESCRIPTION_BYTES: usize = 1_024;

/// Bytes of a parameter's value.
pub(crate) const MAX_PARAMETER_VALUE_BYTES: usize = 4_096;

/// Characters of a logical ID.
pub(crate) const MAX_LOGICAL_ID_LENGTH: usize = 255;
