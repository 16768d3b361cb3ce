//! Backup plans: how long backups are kept.
//! <https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html>

use crate::{
    check::{cases::Cases, catalog::services::backup::LIFECYCLE},
    finding::Finding,
};

/// Backups stay in cold storage for at least so many days.
const MIN_COLD_DAYS: i64 = 90;

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::Backup::BackupPlan", findings, |plan, findings| {
        for rule in plan.at("BackupPlan.BackupPlanRule").items() {
            let copies = rule.get("CopyActions").items();
            let lifecycles = copies.iter().chain([&rule]).map(|one| one.get("Lifecycle"));
            for lifecycle in lifecycles {
                let delete = lifecycle.get("DeleteAfterDays");
                if let (Some(moved), Some(deleted)) =
                    (lifecycle.get("MoveToColdStorageAfterDays").number(), delete.number())
                    && let least = moved.saturating_add(MIN_COLD_DAYS)
                    && deleted < least
                {
                    let message = format!(
                        "backups stay in cold storage for at least {MIN_COLD_DAYS} days, but are moved after {moved} days and \
                         deleted after {deleted}"
                    );
                    let hint = format!("use at least {least}");
                    findings.push(delete.found(LIFECYCLE.found(message, hint)));
                }
            }
        }
    });
}
