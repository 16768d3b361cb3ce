//! The rules of RDS, and of other databases with the same properties.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&ENGINE, &MANAGED_PASSWORD];

pub(in crate::check) static ENGINE: Rule = Rule {
    id: "rds-engine",
    severity: Error,
    scope: Template,
    summary: "a database engine that RDS does not support",
    explanation: "RDS refuses an engine that it does not support.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
    bad: Text(
        "\
Resources:
  Data:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    Properties:
      AllocatedStorage: '20'
      DBInstanceClass: db.t4g.micro
      Engine: postgress
      ManageMasterUserPassword: true
      MasterUsername: shop
",
    ),
    good: "\
Resources:
  Data:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    Properties:
      AllocatedStorage: '20'
      DBInstanceClass: db.t4g.micro
      Engine: postgres
      ManageMasterUserPassword: true
      MasterUsername: shop
",
};

pub(in crate::check) static MANAGED_PASSWORD: Rule = Rule {
    id: "rds-managed-password",
    severity: Error,
    scope: Template,
    summary: "a password for a user whose password the service generates",
    explanation: "If the service generates and keeps the password of the administrator, it refuses another password.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
    bad: Text(
        "\
Resources:
  Data:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    Properties:
      AllocatedStorage: '20'
      DBInstanceClass: db.t4g.micro
      Engine: postgres
      ManageMasterUserPassword: true
      MasterUsername: shop
      MasterUserPassword: '{{resolve:secretsmanager:shop:SecretString:password}}'
",
    ),
    good: "\
Resources:
  Data:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    Properties:
      AllocatedStorage: '20'
      DBInstanceClass: db.t4g.micro
      Engine: postgres
      ManageMasterUserPassword: true
      MasterUsername: shop
",
};
