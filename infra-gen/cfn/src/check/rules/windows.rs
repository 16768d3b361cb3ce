//! The weekly and daily windows in which databases and caches are maintained and backed up.
//! <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Maintenance.html>
//!
//! A window is a half-open range of minutes of the week. A daily window recurs every day.

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::windows::MAINTENANCE_WINDOW,
    },
    finding::Finding,
};

const DAY: i64 = 24 * 60;
const WEEK: i64 = 7 * DAY;
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The types with windows: the property of the daily window, that of the weekly one, and the shortest one in minutes.
const TYPES: [(&str, &str, &str, i64); 9] = [
    (
        "AWS::DocDB::DBCluster",
        "PreferredBackupWindow",
        "PreferredMaintenanceWindow",
        30,
    ),
    (
        "AWS::DocDB::DBInstance",
        "PreferredBackupWindow",
        "PreferredMaintenanceWindow",
        30,
    ),
    (
        "AWS::ElastiCache::CacheCluster",
        "SnapshotWindow",
        "PreferredMaintenanceWindow",
        60,
    ),
    (
        "AWS::ElastiCache::ReplicationGroup",
        "SnapshotWindow",
        "PreferredMaintenanceWindow",
        60,
    ),
    (
        "AWS::Neptune::DBCluster",
        "PreferredBackupWindow",
        "PreferredMaintenanceWindow",
        30,
    ),
    (
        "AWS::Neptune::DBInstance",
        "PreferredBackupWindow",
        "PreferredMaintenanceWindow",
        30,
    ),
    (
        "AWS::RDS::DBCluster",
        "PreferredBackupWindow",
        "PreferredMaintenanceWindow",
        30,
    ),
    (
        "AWS::RDS::DBInstance",
        "PreferredBackupWindow",
        "PreferredMaintenanceWindow",
        30,
    ),
    (
        "AWS::Redshift::Cluster",
        "PreferredBackupWindow",
        "PreferredMaintenanceWindow",
        30,
    ),
];

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    for (type_name, daily, weekly, shortest) in TYPES {
        cases.each(type_name, findings, |resource, findings| {
            let (daily, weekly) = (resource.get(daily), resource.get(weekly));
            let backup = window(&daily, "hh:mm-hh:mm", DAY, time, shortest, findings);
            let maintenance = window(
                &weekly,
                "ddd:hh:mm-ddd:hh:mm",
                WEEK,
                day_and_time,
                shortest,
                findings,
            );
            if let (Some(backup), Some(maintenance), true) =
                (backup, maintenance, type_name.starts_with("AWS::RDS::"))
                && overlap(backup, maintenance)
            {
                let message = "the window for maintenance overlaps the one for backups";
                findings.push(weekly.found(MAINTENANCE_WINDOW.found(message, "move one of them")));
            }
        });
    }
}

/// The first minute of a window and its length, if it is valid.
fn window(
    value: &View<'_, '_>,
    form: &str,
    period: i64,
    read: fn(&str) -> Option<i64>,
    shortest: i64,
    findings: &mut Vec<Finding>,
) -> Option<(i64, i64)> {
    let text = value.text().filter(|text| !text.is_empty())?;
    let ends = text
        .split_once('-')
        .and_then(|(start, end)| Some((read(start)?, read(end)?)));
    let Some((start, end)) = ends else {
        let message = format!("`{text}` does not have the form `{form}`");
        let example = if period == DAY {
            "03:00-04:00"
        } else {
            "sun:03:00-sun:04:00"
        };
        findings.push(value.found(MAINTENANCE_WINDOW.found(message, format!("write it as `{example}`"))));
        return None;
    };
    let length = (end - start).rem_euclid(period);
    if length < shortest {
        let message = format!("the window `{text}` lasts {length} minutes; the minimum is {shortest}");
        findings.push(value.found(MAINTENANCE_WINDOW.found(message, "make it longer")));
        return None;
    }
    Some((start, length))
}

/// The minute of the day of `hh:mm`.
fn time(text: &str) -> Option<i64> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let number = |text: &str, limit: i64| {
        let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<i64>()
            .ok()
            .filter(|number| is_number && *number < limit)
    };
    Some(number(hours, 24)? * 60 + number(minutes, 60)?)
}

/// The minute of the week of `ddd:hh:mm`.
fn day_and_time(text: &str) -> Option<i64> {
    let (day, rest) = text.trim().split_once(':')?;
    let position = DAYS.iter().position(|known| known.eq_ignore_ascii_case(day))?;
    Some(i64::try_from(position).ok()? * DAY + time(rest)?)
}

/// Whether a daily window and a weekly one have a minute in common.
fn overlap((daily, daily_length): (i64, i64), (weekly, weekly_length): (i64, i64)) -> bool {
    let start = weekly.rem_euclid(DAY);
    // Either one begins inside the other.
    (start - daily).rem_euclid(DAY) < daily_length || (daily - start).rem_euclid(DAY) < weekly_length
}

#[cfg(test)]
mod tests {
    use super::{day_and_time, overlap, time};

    #[test]
    fn windows_overlap_if_they_share_a_minute() {
        let window = |start: &str, length| (time(start).expect("a time"), length);
        let weekly = |start: &str, length| (day_and_time(start).expect("a day and a time"), length);
        assert!(overlap(window("03:00", 60), weekly("sun:03:30", 60)));
        assert!(overlap(window("23:30", 60), weekly("mon:00:00", 30)));
        assert!(!overlap(window("03:00", 60), weekly("sun:04:00", 60)));
        assert!(!overlap(window("04:00", 30), weekly("sun:03:00", 60)));
    }

    #[test]
    fn times_have_two_digits_each() {
        assert_eq!(time("03:05"), Some(185));
        for text in ["3:05", "24:00", "12:60", "12", "12:5"] {
            assert_eq!(time(text), None, "{text}");
        }
        assert_eq!(day_and_time("Tue:00:01"), Some(1441));
        assert_eq!(day_and_time("tuesday:00:01"), None);
    }
}
