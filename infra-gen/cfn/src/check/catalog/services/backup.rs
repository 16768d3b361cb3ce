//! The rules of AWS Backup.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&LIFECYCLE];

pub(in crate::check) static LIFECYCLE: Rule = Rule {
    id: "backup-lifecycle",
    severity: Error,
    scope: Template,
    summary: "backups that are deleted too early after they are moved to cold storage",
    explanation: "Backups stay in cold storage for at least 90 days. AWS Backup refuses a plan that deletes them earlier.",
    source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html",
    bad: Text(
        "\
Resources:
  Daily:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: daily
        BackupPlanRule:
          - RuleName: daily
            TargetBackupVault: shop
            ScheduleExpression: cron(0 5 * * ? *)
            Lifecycle:
              MoveToColdStorageAfterDays: 7
              DeleteAfterDays: 30
",
    ),
    good: "\
Resources:
  Daily:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: daily
        BackupPlanRule:
          - RuleName: daily
            TargetBackupVault: shop
            ScheduleExpression: cron(0 5 * * ? *)
            Lifecycle:
              MoveToColdStorageAfterDays: 7
              DeleteAfterDays: 97
",
};
