//! Stops retrying early if a service was never reached.
//!
//! Calls of CloudFormation are retried often, because it limits the calls of a whole account and a deployment is polled for
//! minutes. Without a network, these retries only waste time: until the first response, a connection is tried three times.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority,
};

/// How often a connection is tried before the first response.
const MAX_CONNECTION_ATTEMPTS: u32 = 3;

/// Counts the failed connections until a service responds.
#[derive(Debug, Default)]
pub(super) struct ConnectionLimit {
    has_responded: AtomicBool,
    failed: AtomicU32,
}

impl ClassifyRetry for ConnectionLimit {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        if context.response().is_some() {
            self.has_responded.store(true, Ordering::Relaxed);
            return RetryAction::NoActionIndicated;
        }
        let has_failed = context
            .output_or_error()
            .and_then(Result::err)
            .is_some_and(OrchestratorError::is_connector_error);
        if has_failed
            && !self.has_responded.load(Ordering::Relaxed)
            && self.failed.fetch_add(1, Ordering::Relaxed) + 1 >= MAX_CONNECTION_ATTEMPTS
        {
            return RetryAction::RetryForbidden;
        }
        RetryAction::NoActionIndicated
    }

    fn name(&self) -> &'static str {
        "connection attempts before the first response"
    }

    /// Runs last, because it overrides the others.
    fn priority(&self) -> RetryClassifierPriority {
        RetryClassifierPriority::run_after(RetryClassifierPriority::transient_error_classifier())
    }
}
