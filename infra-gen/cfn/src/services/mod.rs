//! The typed resources, one module per service. Generated; see `generator/`.

#[cfg(feature = "apigateway")]
pub mod apigateway;
#[cfg(feature = "certificatemanager")]
pub mod certificatemanager;
#[cfg(feature = "cloudfront")]
pub mod cloudfront;
#[cfg(feature = "cloudwatch")]
pub mod cloudwatch;
#[cfg(feature = "cognito")]
pub mod cognito;
#[cfg(feature = "dynamodb")]
pub mod dynamodb;
#[cfg(feature = "events")]
pub mod events;
#[cfg(feature = "iam")]
pub mod iam;
#[cfg(feature = "kms")]
pub mod kms;
#[cfg(feature = "lambda")]
pub mod lambda;
#[cfg(feature = "logs")]
pub mod logs;
#[cfg(feature = "route53")]
pub mod route53;
#[cfg(feature = "s3")]
pub mod s3;
#[cfg(feature = "sns")]
pub mod sns;
#[cfg(feature = "sqs")]
pub mod sqs;
#[cfg(feature = "ssm")]
pub mod ssm;
#[cfg(feature = "stepfunctions")]
pub mod stepfunctions;
#[cfg(feature = "wafv2")]
pub mod wafv2;
#[cfg(feature = "xray")]
pub mod xray;

use crate::schema::TypeSchema;

/// The services of the enabled features, as CloudFormation names them.
pub(crate) static SERVICES: &[&str] = &[
    #[cfg(feature = "apigateway")]
    "ApiGateway",
    #[cfg(feature = "certificatemanager")]
    "CertificateManager",
    #[cfg(feature = "cloudfront")]
    "CloudFront",
    #[cfg(feature = "cloudwatch")]
    "CloudWatch",
    #[cfg(feature = "cognito")]
    "Cognito",
    #[cfg(feature = "dynamodb")]
    "DynamoDB",
    #[cfg(feature = "events")]
    "Events",
    #[cfg(feature = "iam")]
    "IAM",
    #[cfg(feature = "kms")]
    "KMS",
    #[cfg(feature = "lambda")]
    "Lambda",
    #[cfg(feature = "logs")]
    "Logs",
    #[cfg(feature = "route53")]
    "Route53",
    #[cfg(feature = "s3")]
    "S3",
    #[cfg(feature = "sns")]
    "SNS",
    #[cfg(feature = "sqs")]
    "SQS",
    #[cfg(feature = "ssm")]
    "SSM",
    #[cfg(feature = "stepfunctions")]
    "StepFunctions",
    #[cfg(feature = "wafv2")]
    "WAFv2",
    #[cfg(feature = "xray")]
    "XRay",
];

/// The schemas of a service, sorted by type name; empty if its feature is not enabled.
pub(crate) fn schemas_of(service: &str) -> &'static [&'static TypeSchema] {
    match service {
        #[cfg(feature = "apigateway")]
        "ApiGateway" => apigateway::SCHEMAS,
        #[cfg(feature = "certificatemanager")]
        "CertificateManager" => certificatemanager::SCHEMAS,
        #[cfg(feature = "cloudfront")]
        "CloudFront" => cloudfront::SCHEMAS,
        #[cfg(feature = "cloudwatch")]
        "CloudWatch" => cloudwatch::SCHEMAS,
        #[cfg(feature = "cognito")]
        "Cognito" => cognito::SCHEMAS,
        #[cfg(feature = "dynamodb")]
        "DynamoDB" => dynamodb::SCHEMAS,
        #[cfg(feature = "events")]
        "Events" => events::SCHEMAS,
        #[cfg(feature = "iam")]
        "IAM" => iam::SCHEMAS,
        #[cfg(feature = "kms")]
        "KMS" => kms::SCHEMAS,
        #[cfg(feature = "lambda")]
        "Lambda" => lambda::SCHEMAS,
        #[cfg(feature = "logs")]
        "Logs" => logs::SCHEMAS,
        #[cfg(feature = "route53")]
        "Route53" => route53::SCHEMAS,
        #[cfg(feature = "s3")]
        "S3" => s3::SCHEMAS,
        #[cfg(feature = "sns")]
        "SNS" => sns::SCHEMAS,
        #[cfg(feature = "sqs")]
        "SQS" => sqs::SCHEMAS,
        #[cfg(feature = "ssm")]
        "SSM" => ssm::SCHEMAS,
        #[cfg(feature = "stepfunctions")]
        "StepFunctions" => stepfunctions::SCHEMAS,
        #[cfg(feature = "wafv2")]
        "WAFv2" => wafv2::SCHEMAS,
        #[cfg(feature = "xray")]
        "XRay" => xray::SCHEMAS,
        _ => &[],
    }
}
