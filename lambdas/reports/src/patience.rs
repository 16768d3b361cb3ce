//! How long the tasks of a report wait. They have minutes where a request has seconds, and move megabytes where that
//! moves kilobytes: a part that is slow or refused for a moment costs a repetition and not the report.

use std::time::Duration;

use shop_runtime::SdkConfig;

/// The configuration of whoever makes a report.
pub(crate) fn patient(aws: &SdkConfig) -> SdkConfig {
    let mut config = aws.clone().into_builder();
    if let Some(timeouts) = aws.timeout_config() {
        let timeouts = timeouts
            .to_builder()
            .operation_attempt_timeout(Duration::from_secs(30))
            .operation_timeout(Duration::from_mins(3))
            .build();
        config.set_timeout_config(Some(timeouts));
    }
    if let Some(retries) = aws.retry_config() {
        config.set_retry_config(Some(retries.clone().with_max_attempts(8)));
    }
    config.build()
}
