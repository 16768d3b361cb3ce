//! Amazon S3: `AWS::S3`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod access_grant;
pub mod access_grants_instance;
pub mod access_grants_location;
pub mod access_point;
pub mod bucket;
pub mod bucket_policy;
pub mod multi_region_access_point;
pub mod multi_region_access_point_policy;
pub mod storage_lens;
pub mod storage_lens_group;

pub use access_grant::AccessGrant;
pub use access_grants_instance::AccessGrantsInstance;
pub use access_grants_location::AccessGrantsLocation;
pub use access_point::AccessPoint;
pub use bucket::Bucket;
pub use bucket_policy::BucketPolicy;
pub use multi_region_access_point::MultiRegionAccessPoint;
pub use multi_region_access_point_policy::MultiRegionAccessPointPolicy;
pub use storage_lens::StorageLens;
pub use storage_lens_group::StorageLensGroup;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &access_grant::SCHEMA,
    &access_grants_instance::SCHEMA,
    &access_grants_location::SCHEMA,
    &access_point::SCHEMA,
    &bucket::SCHEMA,
    &bucket_policy::SCHEMA,
    &multi_region_access_point::SCHEMA,
    &multi_region_access_point_policy::SCHEMA,
    &storage_lens::SCHEMA,
    &storage_lens_group::SCHEMA,
];
