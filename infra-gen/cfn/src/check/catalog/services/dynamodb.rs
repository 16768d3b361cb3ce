//! The rules of DynamoDB.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 3] = [&KEY_SCHEMA, &KEY_ATTRIBUTES, &THROUGHPUT];

const SOURCE: &str = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html";

/// A table without findings.
const GOOD: &str = "\
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
";

pub(in crate::check) static KEY_SCHEMA: Rule = Rule {
    id: "dynamodb-key-schema",
    severity: Error,
    scope: Template,
    summary: "a key without exactly one `HASH` attribute and at most one `RANGE` attribute after it",
    explanation: "The key of a table or index has one partition key attribute, `HASH`, and optionally one sort key attribute, \
                  `RANGE`, in this order. DynamoDB refuses other keys.",
    source: SOURCE,
    bad: Text(
        "\
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
          KeyType: RANGE
",
    ),
    good: GOOD,
};

pub(in crate::check) static KEY_ATTRIBUTES: Rule = Rule {
    id: "dynamodb-key-attributes",
    severity: Error,
    scope: Template,
    summary: "attribute definitions that are not exactly the key attributes",
    explanation: "DynamoDB refuses a table with a key attribute that is not in `AttributeDefinitions`, or with a definition of an \
                  attribute that is not a key of the table or of an index. Other attributes need no definition.",
    source: SOURCE,
    bad: Text(
        "\
Resources:
  Words:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: word
          AttributeType: S
        - AttributeName: meaning
          AttributeType: S
      KeySchema:
        - AttributeName: word
          KeyType: HASH
",
    ),
    good: GOOD,
};

pub(in crate::check) static THROUGHPUT: Rule = Rule {
    id: "dynamodb-throughput",
    severity: Error,
    scope: Template,
    summary: "provisioned throughput that does not fit the billing mode",
    explanation: "With `PAY_PER_REQUEST`, neither the table nor an index has `ProvisionedThroughput`. Otherwise, each index has \
                  one. DynamoDB refuses a mixture.",
    source: SOURCE,
    bad: Text(
        "\
Resources:
  Words:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      ProvisionedThroughput:
        ReadCapacityUnits: 1
        WriteCapacityUnits: 1
      AttributeDefinitions:
        - AttributeName: word
          AttributeType: S
      KeySchema:
        - AttributeName: word
          KeyType: HASH
",
    ),
    good: GOOD,
};
