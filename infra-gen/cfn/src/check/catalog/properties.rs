//! The rules of `properties`.

use crate::finding::{
    Example::Text,
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

const TYPES: &str = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html";

pub(super) static RULES: [&Rule; 18] = [
    &UNKNOWN_PROPERTY,
    &MISSING_PROPERTY,
    &READ_ONLY_PROPERTY,
    &WRONG_TYPE,
    &VALUE_NOT_ALLOWED,
    &PATTERN_MISMATCH,
    &STRING_LENGTH,
    &NUMBER_RANGE,
    &LIST_LENGTH,
    &DUPLICATE_ITEM,
    &PROPERTY_COMBINATION,
    &DOUBTFUL_COMBINATION,
    &MALFORMED_IDENTIFIER,
    &DOUBTFUL_IDENTIFIER,
    &WRONG_REFERENCE,
    &DOUBTFUL_REFERENCE,
    &LOCAL_PATH,
    &OVERRIDDEN_PROPERTY,
];

pub(in crate::check) static UNKNOWN_PROPERTY: Rule = Rule {
    id: "unknown-property",
    severity: Error,
    scope: Template,
    summary: "a property that the resource type does not have",
    explanation: "CloudFormation refuses a resource with properties that the schema of its type does not declare. Most of them \
                  are typos, or indented wrongly.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      BucketNam: shop-files
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: shop-files
",
};

pub(in crate::check) static MISSING_PROPERTY: Rule = Rule {
    id: "missing-property",
    severity: Error,
    scope: Template,
    summary: "a required property that is missing",
    explanation: "CloudFormation or the service refuses a resource without the properties that its schema requires.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Mail:
    Type: AWS::SNS::Subscription
    Properties:
      Protocol: email
      Endpoint: orders@example.com
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
  Mail:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Orders
      Protocol: email
      Endpoint: orders@example.com
",
};

pub(in crate::check) static READ_ONLY_PROPERTY: Rule = Rule {
    id: "read-only-property",
    severity: Warning,
    scope: Template,
    summary: "a property that the service sets",
    explanation: "A read-only property is a result; read it with `Fn::GetAtt`. For many types CloudFormation ignores a value for it, and \
                  for others the service refuses it.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicArn: arn:aws:sns:eu-west-1:111122223333:orders
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
",
};

pub(in crate::check) static LOCAL_PATH: Rule = Rule {
    id: "local-path",
    severity: Warning,
    scope: Template,
    summary: "a path to a local file where CloudFormation needs the location in a bucket",
    explanation: "`aws cloudformation package` uploads such files and replaces their paths, so the template is correct before. \
                  CloudFormation refuses to deploy it as it is.",
    source: "https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html",
    bad: Text(
        "\
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./network.yaml
",
    ),
    good: "\
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: https://templates-111122223333.s3.amazonaws.com/network.yaml
",
};

pub(in crate::check) static WRONG_TYPE: Rule = Rule {
    id: "wrong-type",
    severity: Error,
    scope: Template,
    summary: "a value of the wrong type",
    explanation: "CloudFormation refuses a list where the schema expects a single value, an object where it expects a list, a \
                  text where it expects a number, and so on. The value of an output must be a string. Strings that read as a number or a boolean are accepted in place \
                  of one, and numbers and booleans in place of strings.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: soon
",
    ),
    good: "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 60
",
};

pub(in crate::check) static VALUE_NOT_ALLOWED: Rule = Rule {
    id: "value-not-allowed",
    severity: Error,
    scope: Template,
    summary: "a value that is not one of the allowed values",
    explanation: "The schema lists the values that the property accepts. They are case-sensitive.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: enabled
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: Enabled
",
};

pub(in crate::check) static PATTERN_MISMATCH: Rule = Rule {
    id: "pattern-mismatch",
    severity: Error,
    scope: Template,
    summary: "a string that does not match the pattern of the property",
    explanation: "The schema states a regular expression for the property, and CloudFormation or the service refuses strings \
                  that do not match it.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: orders log
",
    ),
    good: "\
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: orders-log
",
};

pub(in crate::check) static STRING_LENGTH: Rule = Rule {
    id: "string-length",
    severity: Error,
    scope: Template,
    summary: "a string that is too short or too long",
    explanation: "The schema states a minimum or maximum number of characters. For `Fn::Sub`, the length without the values of \
                  its variables is compared.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: ''
",
    ),
    good: "\
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: orders
",
};

pub(in crate::check) static NUMBER_RANGE: Rule = Rule {
    id: "number-range",
    severity: Error,
    scope: Template,
    summary: "a number that is too small or too large",
    explanation: "The schema states a minimum or maximum for the number.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Jobs:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: work
      EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:jobs
      BatchSize: 20000
",
    ),
    good: "\
Resources:
  Jobs:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: work
      EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:jobs
      BatchSize: 10
",
};

pub(in crate::check) static LIST_LENGTH: Rule = Rule {
    id: "list-length",
    severity: Error,
    scope: Template,
    summary: "a list with too few or too many items",
    explanation: "The schema states a minimum or maximum number of items. Items that a condition may omit count towards the \
                  minimum, but not towards the maximum.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Words:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      KeySchema: []
",
    ),
    good: "\
Resources:
  Words:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: word
          AttributeType: S
      KeySchema:
        - AttributeName: word
          KeyType: HASH
",
};

pub(in crate::check) static DUPLICATE_ITEM: Rule = Rule {
    id: "duplicate-item",
    severity: Error,
    scope: Template,
    summary: "an item that is in a list twice",
    explanation: "The schema requires the items of the list to be different.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Roles: [orders, orders]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sns:Publish
            Resource: '*'
",
    ),
    good: "\
Resources:
  Work:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Roles: [orders]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sns:Publish
            Resource: '*'
",
};

pub(in crate::check) static PROPERTY_COMBINATION: Rule = Rule {
    id: "property-combination",
    severity: Error,
    scope: Template,
    summary: "properties that exclude each other, or that are required together",
    explanation: "The schema or the service's documentation allows only certain combinations of these properties.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Late:
    Type: AWS::CloudWatch::Alarm
    Properties:
      ComparisonOperator: GreaterThanThreshold
      EvaluationPeriods: 1
      MetricName: Age
      Namespace: Shop
      Period: 60
      Statistic: Maximum
      ExtendedStatistic: p99
      Threshold: 60
",
    ),
    good: "\
Resources:
  Late:
    Type: AWS::CloudWatch::Alarm
    Properties:
      ComparisonOperator: GreaterThanThreshold
      EvaluationPeriods: 1
      MetricName: Age
      Namespace: Shop
      Period: 60
      Statistic: Maximum
      Threshold: 60
",
};

pub(in crate::check) static MALFORMED_IDENTIFIER: Rule = Rule {
    id: "malformed-identifier",
    severity: Error,
    scope: Template,
    summary: "an ID, ARN or network that does not have its form",
    explanation: "IDs of images, VPCs, subnets and security groups, networks, and the ARNs of roles, functions, topics, queues \
                  and certificates have a fixed form. The services refuse other texts, for example with \
                  `InvalidSubnetID.Malformed`.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    bad: Text(
        "\
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web servers
      VpcId: shop-network
",
    ),
    good: "\
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web servers
      VpcId: vpc-0123456789abcdef0
",
};

pub(in crate::check) static DOUBTFUL_IDENTIFIER: Rule = Rule {
    id: "doubtful-identifier",
    severity: Warning,
    scope: Template,
    summary: "the name of a bucket or log group, a KMS key or a time that is probably malformed",
    explanation: "Names of buckets and log groups, KMS keys, hosted zones and times have a fixed form, but some services accept \
                  others, or report them only when they use them.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
    bad: Text(
        "\
Resources:
  Audit:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: Audit_Logs
",
    ),
    good: "\
Resources:
  Audit:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: audit-logs
",
};

pub(in crate::check) static WRONG_REFERENCE: Rule = Rule {
    id: "wrong-reference",
    severity: Error,
    scope: Template,
    summary: "a reference to a resource of the wrong type",
    explanation: "The property takes the ID of an image, a VPC, a subnet or a security group, but the reference returns the \
                  identifier of another resource. EC2 generates these IDs, so no other identifier is one.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html",
    bad: Text(
        "\
Resources:
  Network:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Server:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      SubnetId: !Ref Network
",
    ),
    good: "\
Resources:
  Network:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Servers:
    Type: AWS::EC2::Subnet
    Properties:
      CidrBlock: 10.0.0.0/24
      VpcId: !Ref Network
  Server:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      SubnetId: !Ref Servers
",
};

pub(in crate::check) static DOUBTFUL_REFERENCE: Rule = Rule {
    id: "doubtful-reference",
    severity: Warning,
    scope: Template,
    summary: "a reference that returns a name where an ARN is expected, or the other way round",
    explanation: "The property takes the ARN of a role, function, topic, queue or certificate, but the reference returns another \
                  identifier. Most services refuse that; a few accept names. `Ref` of a security group without `VpcId` \
                  returns its name.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html",
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: autoscaling.amazonaws.com}
            Action: sts:AssumeRole
  Launch:
    Type: AWS::AutoScaling::LifecycleHook
    Properties:
      AutoScalingGroupName: web
      LifecycleTransition: autoscaling:EC2_INSTANCE_LAUNCHING
      NotificationTargetARN: arn:aws:sns:us-east-1:111122223333:launches
      RoleARN: !Ref Work
",
    ),
    good: "\
Resources:
  Work:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: autoscaling.amazonaws.com}
            Action: sts:AssumeRole
  Launch:
    Type: AWS::AutoScaling::LifecycleHook
    Properties:
      AutoScalingGroupName: web
      LifecycleTransition: autoscaling:EC2_INSTANCE_LAUNCHING
      NotificationTargetARN: arn:aws:sns:us-east-1:111122223333:launches
      RoleARN: !GetAtt Work.Arn
",
};

pub(in crate::check) static OVERRIDDEN_PROPERTY: Rule = Rule {
    id: "overridden-property",
    severity: Warning,
    scope: Template,
    summary: "a property whose value is not checked, because the metadata of its resource says so",
    explanation: "`Stack::override_property` sets a property that the schemas do not know yet. The checks skip its value, apart from \
                  its references, so CloudFormation may refuse it. Remove the override when the schemas know the property.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Metadata:
      infra-gen:
        overrides: [Delivery.Retries]
    Properties:
      Delivery:
        Retries: 3
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: Orders
",
};

pub(in crate::check) static DOUBTFUL_COMBINATION: Rule = Rule {
    id: "doubtful-combination",
    severity: Warning,
    scope: Template,
    summary: "properties that the documentation does not combine",
    explanation: "AWS's rules for the resource type do not allow these properties or values together. The service ignores some of \
                  them, and its lists of engines and versions change.",
    source: TYPES,
    bad: Text(
        "\
Resources:
  Shop:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      MasterUsername: shop
      ManageMasterUserPassword: true
      AllocatedStorage: 100
",
    ),
    good: "\
Resources:
  Shop:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      MasterUsername: shop
      ManageMasterUserPassword: true
",
};
