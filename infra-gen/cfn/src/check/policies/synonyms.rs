//! Names that are often written in place of an action or a prefix: operations that another action allows, and services whose
//! actions have another prefix.

/// The action that allows an API operation without an action of its own, in lower case.
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html> and the pages of the other
/// services in the Service Authorization Reference.
pub(super) fn action_of(operation: &str) -> Option<&'static str> {
    find(&OPERATIONS, operation)
}

/// The prefix of the actions of a service.
pub(super) fn prefix_of(service: &str) -> Option<&'static str> {
    find(&SERVICES, service)
}

fn find(table: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    let (_, found) = table.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    Some(found)
}

const OPERATIONS: [(&str, &str); 20] = [
    ("bedrock:Converse", "bedrock:InvokeModel"),
    ("bedrock:ConverseStream", "bedrock:InvokeModelWithResponseStream"),
    ("dynamodb:CreateItem", "dynamodb:PutItem"),
    ("dynamodb:TransactGetItems", "dynamodb:GetItem"),
    ("kms:ReEncrypt", "kms:ReEncryptFrom"),
    ("lambda:Invoke", "lambda:InvokeFunction"),
    ("s3:CompleteMultipartUpload", "s3:PutObject"),
    ("s3:CopyObject", "s3:PutObject"),
    ("s3:CreateMultipartUpload", "s3:PutObject"),
    ("s3:DeleteObjects", "s3:DeleteObject"),
    ("s3:HeadBucket", "s3:ListBucket"),
    ("s3:HeadObject", "s3:GetObject"),
    ("s3:ListObjects", "s3:ListBucket"),
    ("s3:ListObjectsV2", "s3:ListBucket"),
    ("s3:UploadPart", "s3:PutObject"),
    ("sns:PublishBatch", "sns:Publish"),
    ("sns:SendMessage", "sns:Publish"),
    ("sqs:ChangeMessageVisibilityBatch", "sqs:ChangeMessageVisibility"),
    ("sqs:DeleteMessageBatch", "sqs:DeleteMessage"),
    ("sqs:SendMessageBatch", "sqs:SendMessage"),
];

const SERVICES: [(&str, &str); 12] = [
    ("bedrock-agent", "bedrock"),
    ("bedrock-agent-runtime", "bedrock"),
    ("bedrock-runtime", "bedrock"),
    ("docdb", "rds"),
    ("efs", "elasticfilesystem"),
    ("elb", "elasticloadbalancing"),
    ("emr", "elasticmapreduce"),
    ("eventbridge", "events"),
    ("monitoring", "cloudwatch"),
    ("msk", "kafka"),
    ("neptune", "rds"),
    ("stepfunctions", "states"),
];

#[cfg(test)]
mod tests {
    use infra_gen_schema::iam;

    use super::{OPERATIONS, SERVICES};

    #[test]
    fn the_names_do_not_exist_but_their_replacements_do() {
        let is_action = |action: &str| {
            let (prefix, name) = action.split_once(':').unwrap();
            iam::service(prefix)
                .and_then(|service| service.action(name))
                .is_some()
        };
        for (operation, action) in OPERATIONS {
            assert!(!is_action(operation), "{operation}");
            assert!(is_action(action), "{action}");
        }
        for (service, prefix) in SERVICES {
            assert!(iam::service(service).is_none(), "{service}");
            assert!(iam::service(prefix).is_some(), "{prefix}");
        }
    }
}
