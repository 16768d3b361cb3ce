//! The rules of RDS, and of other databases with the same properties.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 6] = [
    &ENGINE,
    &MANAGED_PASSWORD,
    &INSTANCE_CLASS,
    &STORAGE,
    &MASTER_USER,
    &SETTINGS,
];

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

pub(in crate::check) static INSTANCE_CLASS: Rule = Rule {
    id: "database-instance-class",
    severity: Error,
    scope: Template,
    summary: "an instance class without its prefix",
    explanation: "The instance classes of RDS, DocumentDB and Neptune begin with `db.`, the node types of \
                  ElastiCache with `cache.`. The services refuse others.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html",
    bad: Text(
        "\
Resources:
  Data:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      AllocatedStorage: '20'
      DBInstanceClass: t4g.micro
      Engine: postgres
      ManageMasterUserPassword: true
      MasterUsername: shop
",
    ),
    good: "\
Resources:
  Data:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      AllocatedStorage: '20'
      DBInstanceClass: db.t4g.micro
      Engine: postgres
      ManageMasterUserPassword: true
      MasterUsername: shop
",
};

pub(in crate::check) static STORAGE: Rule = Rule {
    id: "rds-storage",
    severity: Error,
    scope: Template,
    summary: "storage that is too small for its type, or without its IOPS",
    explanation: "For MySQL, MariaDB and PostgreSQL, `gp3` storage has at least 20 GiB and `io1` storage at least \
                  100 GiB, and `io1` needs `Iops`. RDS refuses others.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
    bad: Text(
        "\
Resources:
  Data:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      AllocatedStorage: '10'
      StorageType: gp3
      DBInstanceClass: db.t4g.micro
      Engine: postgres
      ManageMasterUserPassword: true
      MasterUsername: shop
",
    ),
    good: "\
Resources:
  Data:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      AllocatedStorage: '20'
      StorageType: gp3
      DBInstanceClass: db.t4g.micro
      Engine: postgres
      ManageMasterUserPassword: true
      MasterUsername: shop
",
};

pub(in crate::check) static MASTER_USER: Rule = Rule {
    id: "rds-master-user",
    severity: Error,
    scope: Template,
    summary: "a user name or password that the engine does not allow",
    explanation: "`rdsadmin` is reserved, and `admin` in PostgreSQL. A password has at least 8 printable characters \
                  other than `/`, `\"`, `@` and the space, at most 41 in MySQL and MariaDB. RDS refuses others.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
    bad: Text(
        "\
Resources:
  Data:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      AllocatedStorage: '20'
      DBInstanceClass: db.t4g.micro
      Engine: postgres
      ManageMasterUserPassword: true
      MasterUsername: admin
",
    ),
    good: "\
Resources:
  Data:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      AllocatedStorage: '20'
      DBInstanceClass: db.t4g.micro
      Engine: postgres
      ManageMasterUserPassword: true
      MasterUsername: shop
",
};

pub(in crate::check) static SETTINGS: Rule = Rule {
    id: "rds-settings",
    severity: Error,
    scope: Template,
    summary: "settings of a database instance that exclude each other",
    explanation: "An instance in several availability zones cannot name one, enhanced monitoring needs a role and an \
                  interval of 1, 5, 10, 15, 30 or 60 seconds, and backups are kept 35 days at most. RDS refuses \
                  others.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
    bad: Text(
        "\
Resources:
  Data:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      AllocatedStorage: '20'
      DBInstanceClass: db.t4g.micro
      Engine: postgres
      ManageMasterUserPassword: true
      MasterUsername: shop
      MonitoringInterval: 60
",
    ),
    good: "\
Resources:
  Data:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      AllocatedStorage: '20'
      DBInstanceClass: db.t4g.micro
      Engine: postgres
      ManageMasterUserPassword: true
      MasterUsername: shop
      MonitoringInterval: 60
      MonitoringRoleArn: arn:aws:iam::111122223333:role/monitoring
",
};
