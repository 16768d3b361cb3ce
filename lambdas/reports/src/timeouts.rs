//! The timeouts of a report's tasks. A task may take minutes and transfers megabytes, while a request may take seconds and
//! transfers kilobytes. So a call that is slow or refused is retried for longer before the report fails.

use std::time::Duration;

use shop_runtime::SdkConfig;

/// The configuration with the timeouts and retries of a task.
pub(crate) fn with_task_timeouts(aws: &SdkConfig) -> SdkConfig {
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
