//! Empties a bucket, every version of every object: CloudFormation deletes no bucket that holds anything.

use aws_sdk_s3::types::{Delete, ObjectIdentifier};

use crate::aws::{Aws, AwsError};

/// Removes every version of every object: how many.
pub(super) async fn empty(aws: &Aws, bucket: &str) -> Result<usize, AwsError> {
    let failed = |what: &str| format!("{what} bucket `{bucket}`");
    let mut removed = 0;
    loop {
        let page = aws.s3.list_object_versions().bucket(bucket).send().await;
        let page = match page {
            Ok(page) => page,
            Err(error) => {
                let error = AwsError::new(failed("list"), &error);
                return if error.is("NoSuchBucket") {
                    Ok(removed)
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
            return Ok(removed);
        }
        let count = objects.len();
        let delete = Delete::builder()
            .set_objects(Some(objects))
            .quiet(true)
            .build()
            .expect("the objects, the one required field, are given");
        let answer = aws
            .s3
            .delete_objects()
            .bucket(bucket)
            .delete(delete)
            .send()
            .await
            .map_err(|error| AwsError::new(failed("empty"), &error))?;
        // An object under a lock is never removed by asking again.
        if answer.errors().len() == count {
            return Ok(removed);
        }
        removed += count - answer.errors().len();
    }
}
