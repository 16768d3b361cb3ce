//! Errors of DynamoDB, S3, Step Functions and STS, by what can be done about them.

use std::error::Error;

use aws_smithy_runtime_api::client::{orchestrator::HttpResponse, result::SdkError};
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

/// Why a call to a store failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It is busy or unreachable. A retry may succeed.
    #[error("the store is busy or unreachable")]
    Busy {
        /// The error.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// It refused the request, and will refuse a retry: a permission or the table is missing, or the request is invalid.
    #[error("the store refused the request")]
    Refused {
        /// The error.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// An item cannot be read.
    #[error("item `{key}` cannot be read; repair or remove it")]
    Corrupt {
        /// The item's key.
        key: String,
        /// What is wrong with it.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
}

impl<E> From<SdkError<E, HttpResponse>> for StoreError
where
    E: ProvideErrorMetadata + Error + Send + Sync + 'static,
{
    fn from(error: SdkError<E, HttpResponse>) -> Self {
        let busy = match &error {
            SdkError::TimeoutError(_) | SdkError::DispatchFailure(_) | SdkError::ResponseError(_) => true,
            SdkError::ServiceError(refusal) => {
                refusal.raw().status().is_server_error()
                    || refusal
                        .err()
                        .code()
                        .is_some_and(|code| RETRY_LATER.contains(&code))
            }
            // A request that cannot be built, and variants that a later SDK adds.
            _ => false,
        };
        let source = error.into();
        if busy {
            Self::Busy { source }
        } else {
            Self::Refused { source }
        }
    }
}

/// The codes with which DynamoDB, S3, Step Functions and STS request a later retry although the status is 400.
const RETRY_LATER: [&str; 11] = [
    "ExecutionLimitExceeded",
    "LimitExceededException",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestTimeout",
    "SlowDown",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    // A transaction is writing the same item.
    "TransactionConflictException",
    "TransactionInProgressException",
];

#[cfg(test)]
mod tests {
    use aws_smithy_runtime_api::{client::orchestrator::HttpResponse, http::StatusCode};
    use aws_smithy_types::{body::SdkBody, error::ErrorMetadata};

    use super::*;

    #[track_caller]
    fn check(status: u16, code: &str, busy: bool) {
        #[derive(Debug, thiserror::Error)]
        #[error("{0:?}")]
        struct Refusal(ErrorMetadata);

        impl ProvideErrorMetadata for Refusal {
            fn meta(&self) -> &ErrorMetadata {
                &self.0
            }
        }

        let refusal = Refusal(ErrorMetadata::builder().code(code).build());
        let response = HttpResponse::new(StatusCode::try_from(status).unwrap(), SdkBody::empty());
        let error = StoreError::from(SdkError::service_error(refusal, response));
        assert_eq!(
            matches!(error, StoreError::Busy { .. }),
            busy,
            "{status} {code}: {error:?}"
        );
    }

    #[test]
    fn throttling_and_server_errors_are_busy() {
        check(400, "ThrottlingException", true);
        check(400, "ProvisionedThroughputExceededException", true);
        check(400, "Throttling", true);
        check(400, "RequestTimeout", true);
        check(500, "InternalServerError", true);
        check(503, "ServiceUnavailable", true);
    }

    #[test]
    fn an_item_in_a_transaction_is_busy() {
        check(400, "TransactionConflictException", true);
    }

    #[test]
    fn other_client_errors_are_not_retried() {
        check(400, "AccessDeniedException", false);
        check(400, "ResourceNotFoundException", false);
        check(400, "ValidationException", false);
    }
}
