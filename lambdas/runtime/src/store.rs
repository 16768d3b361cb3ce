//! Why data could not be read or written, told by what can be done about it.

use std::error::Error;

use aws_smithy_runtime_api::client::{orchestrator::HttpResponse, result::SdkError};
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

/// Why a store could not answer.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It could not be reached, or wants to be asked later.
    #[error("the store is busy or cannot be reached")]
    Busy {
        /// What it said.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// It refused, and will again: a permission is missing, or the table, or the request is wrong.
    #[error("the store refused the request")]
    Refused {
        /// What it said.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// It holds something that is not what it should be.
    #[error("item `{key}` cannot be read; repair or remove it")]
    Corrupt {
        /// The item's key.
        key: String,
        /// What is wrong with the item.
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
                    || refusal.err().code().is_some_and(|code| LATER.contains(&code))
            }
            // A request that cannot be built, and whatever the SDK adds to this enum.
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

/// The codes by which DynamoDB, S3, Step Functions and STS say "later" with a status that says "never" (400).
const LATER: [&str; 11] = [
    "ExecutionLimitExceeded",
    "LimitExceededException",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestTimeout",
    "SlowDown",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    // A transaction has the item in hand that was to be written on its own.
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
    fn a_store_that_throttles_or_fails_is_busy() {
        check(400, "ThrottlingException", true);
        check(400, "ProvisionedThroughputExceededException", true);
        check(400, "Throttling", true);
        check(400, "RequestTimeout", true);
        check(500, "InternalServerError", true);
        check(503, "ServiceUnavailable", true);
    }

    #[test]
    fn an_item_that_a_transaction_has_in_hand_is_free_in_a_moment() {
        check(400, "TransactionConflictException", true);
    }

    #[test]
    fn a_store_that_says_no_will_say_it_again() {
        check(400, "AccessDeniedException", false);
        check(400, "ResourceNotFoundException", false);
        check(400, "ValidationException", false);
    }
}
