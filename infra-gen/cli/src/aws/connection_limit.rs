//! Gives up early on a service that was never reached.
//!
//! CloudFormation is asked many times, because it limits the calls of a whole account and a deployment is watched for
//! minutes. On a machine without a network that patience is wasted: until the first answer, a failed connection is tried
//! three times in all.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority,
};

/// How often a connection is tried before the first answer.
const CONNECTIONS: u32 = 3;

/// Counts the failed connections until a service answers.
#[derive(Debug, Default)]
pub(super) struct ConnectionLimit {
    answered: AtomicBool,
    failed: AtomicU32,
}

impl ClassifyRetry for ConnectionLimit {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        if context.response().is_some() {
            self.answered.store(true, Ordering::Relaxed);
            return RetryAction::NoActionIndicated;
        }
        let has_failed = context
            .output_or_error()
            .and_then(Result::err)
            .is_some_and(OrchestratorError::is_connector_error);
        if has_failed
            && !self.answered.load(Ordering::Relaxed)
            && self.failed.fetch_add(1, Ordering::Relaxed) + 1 >= CONNECTIONS
        {
            return RetryAction::RetryForbidden;
        }
        RetryAction::NoActionIndicated
    }

    fn name(&self) -> &'static str {
        "connections before the first answer"
    }

    /// Last, because it overrules the others.
    fn priority(&self) -> RetryClassifierPriority {
        RetryClassifierPriority::run_after(RetryClassifierPriority::transient_error_classifier())
    }
}
