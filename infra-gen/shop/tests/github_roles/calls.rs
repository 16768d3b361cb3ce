//! Exceptions from the actions in AWS's handlers: those that no deployment calls, and those that the program itself calls.

/// Actions for features that no resource of the stack uses: the reason, and the actions or a whole service (`kms:`).
pub(crate) const UNUSED: &[(&str, &[&str])] = &[
    (
        "all data but the alarms' topic is encrypted with AWS managed keys, and no key has grants or aliases",
        &[
            "kms:CreateGrant",
            "kms:Decrypt",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:ListAliases",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo",
            "kms:RevokeGrant",
            "logs:AssociateKmsKey",
            "logs:DisassociateKmsKey",
        ],
    ),
    (
        "functions have no VPC, file system, layer, code signing, version, reserved concurrency or runtime settings",
        &[
            "ec2:",
            "elasticfilesystem:",
            "s3files:",
            "lambda:DeleteFunctionCodeSigningConfig",
            "lambda:DeleteFunctionConcurrency",
            "lambda:GetCodeSigningConfig",
            "lambda:GetLayerVersion",
            "lambda:PassCapacityProvider",
            "lambda:PublishVersion",
            "lambda:PutFunctionCodeSigningConfig",
            "lambda:PutFunctionConcurrency",
            "lambda:PutFunctionRecursionConfig",
            "lambda:PutFunctionScalingConfig",
            "lambda:PutRuntimeManagementConfig",
            "s3:GetObjectVersion",
        ],
    ),
    (
        "tables have no import, replica, stream, insights or resource policy",
        &[
            "kinesis:",
            "dynamodb:AssociateTableReplica",
            "dynamodb:BatchWriteItem",
            "dynamodb:CreateTableReplica",
            "dynamodb:DeleteItem",
            "dynamodb:DeleteResourcePolicy",
            "dynamodb:DescribeImport",
            "dynamodb:DisableKinesisStreamingDestination",
            "dynamodb:EnableKinesisStreamingDestination",
            "dynamodb:GetItem",
            "dynamodb:ImportTable",
            "dynamodb:PutItem",
            "dynamodb:PutResourcePolicy",
            "dynamodb:Query",
            "dynamodb:Scan",
            "dynamodb:UpdateContributorInsights",
            "dynamodb:UpdateItem",
            "dynamodb:UpdateKinesisStreamingDestination",
            "logs:CreateLogStream",
            "logs:DescribeLogStreams",
            "logs:PutLogEvents",
        ],
    ),
    (
        "buckets have no replication, analytics, website hosting, notifications or metadata tables",
        &[
            "s3tables:",
            "s3:CreateBucketMetadataTableConfiguration",
            "s3:DeleteBucketMetadataTableConfiguration",
            "s3:DeleteBucketWebsite",
            "s3:PutAccelerateConfiguration",
            "s3:PutAnalyticsConfiguration",
            "s3:PutBucketAbac",
            "s3:PutBucketAcl",
            "s3:PutBucketCORS",
            "s3:PutBucketLogging",
            "s3:PutBucketNotification",
            "s3:PutBucketObjectLockConfiguration",
            "s3:PutBucketWebsite",
            "s3:PutIntelligentTieringConfiguration",
            "s3:PutInventoryConfiguration",
            "s3:PutMetricsConfiguration",
            "s3:PutObjectAcl",
            "s3:PutReplicationConfiguration",
            "s3:UpdateBucketMetadataAnnotationTableConfiguration",
            "s3:UpdateBucketMetadataInventoryTableConfiguration",
            "s3:UpdateBucketMetadataJournalTableConfiguration",
        ],
    ),
    (
        "log groups have no index, data protection, subscription or deletion protection",
        &[
            "firehose:",
            "logs:DeleteIndexPolicy",
            "logs:DeleteResourcePolicy",
            "logs:PutBearerTokenAuthentication",
            "logs:PutDataProtectionPolicy",
            "logs:PutIndexPolicy",
            "logs:PutLogGroupDeletionProtection",
        ],
    ),
    (
        "roles have no permissions boundary and no description",
        &[
            "iam:DeleteRolePermissionsBoundary",
            "iam:PutRolePermissionsBoundary",
            "iam:UpdateRoleDescription",
        ],
    ),
    (
        "no resource uses a service-linked role",
        &["iam:CreateServiceLinkedRole"],
    ),
    (
        "the API has no resource policy, the topic no data protection, the user pool no custom attributes, stacks no policy",
        &[
            "apigateway:UpdateRestApiPolicy",
            "cloudformation:SetStackPolicy",
            "cognito-idp:AddCustomAttributes",
            "sns:PutDataProtectionPolicy",
        ],
    ),
    (
        "the distribution has no connection group, VPC origin or staging distribution",
        &[
            "cloudfront:CreateConnectionGroup",
            "cloudfront:GetConnectionGroup",
            "cloudfront:GetVpcOrigin",
            "cloudfront:UpdateDistributionWithStagingConfig",
        ],
    ),
];

/// The actions that `infra-gen deploy` itself calls, by resource.
pub(crate) const OWN: &[(&str, &[&str])] = &[
    (
        "arn:aws:cloudformation:REGION:ACCOUNT:stack/STACK/1",
        &[
            "cloudformation:ContinueUpdateRollback",
            "cloudformation:CreateChangeSet",
            "cloudformation:DeleteChangeSet",
            "cloudformation:DeleteStack",
            "cloudformation:DescribeChangeSet",
            "cloudformation:DescribeStackEvents",
            "cloudformation:DescribeStacks",
            "cloudformation:ExecuteChangeSet",
            "cloudformation:GetTemplate",
            "cloudformation:ListChangeSets",
            "cloudformation:ListStackResources",
            "cloudformation:RollbackStack",
            // A change set sets the environment's tags.
            "cloudformation:TagResource",
            "cloudformation:UntagResource",
            "cloudformation:UpdateTerminationProtection",
        ],
    ),
    (
        // CloudFormation creates the change sets of nested stacks together with the root's.
        "arn:aws:cloudformation:REGION:ACCOUNT:stack/STACK-NestedApi-1/1",
        &[
            "cloudformation:CreateChangeSet",
            "cloudformation:DeleteChangeSet",
            "cloudformation:DescribeChangeSet",
            "cloudformation:DescribeStackEvents",
            "cloudformation:ExecuteChangeSet",
            "cloudformation:GetTemplate",
            "cloudformation:ListStackResources",
            "cloudformation:TagResource",
        ],
    ),
    (
        "arn:aws:s3:::cookie-shop-artifacts-ACCOUNT-REGION",
        &[
            "s3:CreateBucket",
            "s3:GetLifecycleConfiguration",
            "s3:ListBucket",
            "s3:PutBucketPolicy",
            "s3:PutBucketPublicAccessBlock",
            "s3:PutEncryptionConfiguration",
            "s3:PutLifecycleConfiguration",
        ],
    ),
    (
        // Lambda and CloudFormation read the code with the caller's permissions.
        "arn:aws:s3:::cookie-shop-artifacts-ACCOUNT-REGION/code/a.zip",
        &["s3:GetObject", "s3:PutObject"],
    ),
    (
        // Uploads the site's files, and empties a bucket before it deletes the bucket of a failed creation.
        "arn:aws:s3:::STACK-site-1/index.html",
        &[
            "s3:DeleteObject",
            "s3:DeleteObjectVersion",
            "s3:GetObject",
            "s3:PutObject",
        ],
    ),
    (
        "arn:aws:s3:::STACK-site-1",
        &["s3:ListBucket", "s3:ListBucketVersions"],
    ),
    (
        // Restores the code of a function that `--function` has replaced.
        "arn:aws:lambda:REGION:ACCOUNT:function:STACK-Any-1",
        &["lambda:GetFunctionConfiguration", "lambda:UpdateFunctionCode"],
    ),
    (
        // The caller that enables the log of a state machine sets up its delivery:
        // https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy
        "*",
        &[
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:DescribeLogGroups",
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery",
        ],
    ),
];
