//! Empties a bucket: CloudFormation deletes only empty ones.

use aws_sdk_s3::types::{Delete, ObjectIdentifier};

use crate::aws::{Aws, AwsError};

/// Deletes all versions of all objects, and returns their number.
pub(super) async fn empty(aws: &Aws, bucket: &str) -> Result<usize, AwsError> {
    let failed = |verb: &str| format!("{verb} bucket `{bucket}`");
    let mut deleted = 0;
    loop {
        let page = aws.s3.list_object_versions().bucket(bucket).send().await;
        let page = match page {
            Ok(page) => page,
            Err(error) => {
                let error = AwsError::new(failed("list"), &error);
                return if error.is("NoSuchBucket") {
                    Ok(deleted)
                } else {
                    Err(error)
                };
            }
        };
        let versions = page
            .versions
            .unwrap_or_default()
            .into_iter()
            .map(|v| (v.key, v.version_id));
        let markers = page
            .delete_markers
            .unwrap_or_default()
            .into_iter()
            .map(|m| (m.key, m.version_id));
        let objects: Vec<ObjectIdentifier> = versions
            .chain(markers)
            .filter_map(|(key, version)| {
                ObjectIdentifier::builder()
                    .key(key?)
                    .set_version_id(version)
                    .build()
                    .ok()
            })
            .collect();
        if objects.is_empty() {
            return Ok(deleted);
        }
        let count = objects.len();
        let delete = Delete::builder()
            .set_objects(Some(objects))
            .quiet(true)
            .build()
            .expect("the objects, the one required field, are given");
        let response = aws
            .s3
            .delete_objects()
            .bucket(bucket)
            .delete(delete)
            .send()
            .await
            .map_err(|error| AwsError::new(failed("empty"), &error))?;
        // All objects of this page are locked, so another attempt would loop forever.
        if response.errors().len() == count {
            return Ok(deleted);
        }
        deleted += count - response.errors().len();
    }
}
