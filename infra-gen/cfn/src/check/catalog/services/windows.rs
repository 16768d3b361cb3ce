//! The rule of windows for backups and maintenance.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&MAINTENANCE_WINDOW];

pub(in crate::check) static MAINTENANCE_WINDOW: Rule = Rule {
    id: "maintenance-window",
    severity: Error,
    scope: Template,
    summary: "a window for backups or maintenance that is malformed or too short",
    explanation: "A backup window has the form `hh:mm-hh:mm`, a maintenance window `ddd:hh:mm-ddd:hh:mm`, in UTC. \
                  They last 30 minutes or more, 60 minutes in ElastiCache, and do not overlap in RDS. The services \
                  refuse other windows.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Maintenance.html",
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
      PreferredMaintenanceWindow: sunday:03:00-sunday:04:00
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
      PreferredMaintenanceWindow: sun:03:00-sun:04:00
",
};
