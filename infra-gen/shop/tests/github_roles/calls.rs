//! What is called, beside what AWS's handlers name: what they name in vain, and what the program calls itself.

/// What handlers name for features that no resource of the stack has: why, and the actions, or all of a service (`kms:`).
pub(crate) const UNUSED: &[(&str, &[&str])] = &[
    (
        "everything is encrypted with keys of AWS's",
        &["kms:", "logs:AssociateKmsKey", "logs:DisassociateKmsKey"],
    ),
    (
        "functions are in no network, have no disk, layer, signer, version, reserved capacity or runtime of their own",
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
        "tables start empty, have no replica, stream, insights or policy of their own",
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
        "buckets hold objects, and have nothing that copies, counts, publishes or tells of them",
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
        "logs are kept as they come, in groups that may be deleted",
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
        "roles have neither boundary nor description",
        &[
            "iam:DeleteRolePermissionsBoundary",
            "iam:PutRolePermissionsBoundary",
            "iam:UpdateRoleDescription",
        ],
    ),
    (
        "nothing is used that acts by a service-linked role",
        &["iam:CreateServiceLinkedRole"],
    ),
    (
        "the API has no policy, the topic masks nothing, members have no attributes of our own, stacks have no policy",
        &[
            "apigateway:UpdateRestApiPolicy",
            "cloudformation:SetStackPolicy",
            "cognito-idp:AddCustomAttributes",
            "sns:PutDataProtectionPolicy",
        ],
    ),
    (
        "the distribution stands alone and reaches no network",
        &[
            "cloudfront:CreateConnectionGroup",
            "cloudfront:GetConnectionGroup",
            "cloudfront:GetVpcOrigin",
            "cloudfront:UpdateDistributionWithStagingConfig",
        ],
    ),
];

/// What `infra-gen deploy` calls itself, and on what.
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
            // A change set carries the environment's tags.
            "cloudformation:TagResource",
            "cloudformation:UntagResource",
            "cloudformation:UpdateTerminationProtection",
        ],
    ),
    (
        // CloudFormation makes the change sets of nested stacks with the root's.
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
        // Lambda and CloudFormation read it with the caller's permissions.
        "arn:aws:s3:::cookie-shop-artifacts-ACCOUNT-REGION/code/a.zip",
        &["s3:GetObject", "s3:PutObject"],
    ),
    (
        // The site's files; and whatever a failed creation left, which is emptied before it is deleted.
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
        // Gives back to a function the code that the stack says it has.
        "arn:aws:lambda:REGION:ACCOUNT:function:STACK-Any-1",
        &["lambda:GetFunctionConfiguration", "lambda:UpdateFunctionCode"],
    ),
    (
        // Whoever turns a state machine's log on sets its delivery up:
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
