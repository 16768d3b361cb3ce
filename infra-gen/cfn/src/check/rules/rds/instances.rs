//! Instances: classes, storage, users and settings that exclude each other.
//! <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html>

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::rds::{INSTANCE_CLASS, MASTER_USER, SETTINGS, STORAGE},
    },
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    for (type_name, property, prefix) in CLASSES {
        cases.each(type_name, findings, |instance, findings| {
            let class = instance.get(property);
            if let Some(name) = class.text().filter(|name| !name.starts_with(prefix)) {
                let message = format!("`{name}` does not begin with `{prefix}`");
                findings.push(
                    class.found(INSTANCE_CLASS.found(message, format!("write `{prefix}` and the class"))),
                );
            }
        });
    }
    cases.each("AWS::RDS::DBInstance", findings, |instance, findings| {
        storage(instance, findings);
        settings(instance, findings);
        master_user(instance, findings);
    });
    for type_name in ["AWS::DocDB::DBCluster", "AWS::RDS::DBCluster"] {
        cases.each(type_name, findings, master_user);
    }
}

/// The property with the class, and the prefix of each class.
const CLASSES: [(&str, &str, &str); 6] = [
    ("AWS::DocDB::DBInstance", "DBInstanceClass", "db."),
    ("AWS::ElastiCache::CacheCluster", "CacheNodeType", "cache."),
    ("AWS::ElastiCache::ReplicationGroup", "CacheNodeType", "cache."),
    ("AWS::Neptune::DBInstance", "DBInstanceClass", "db."),
    ("AWS::RDS::DBCluster", "DBClusterInstanceClass", "db."),
    ("AWS::RDS::DBInstance", "DBInstanceClass", "db."),
];

/// The engines whose limits of storage are checked.
const OPEN_ENGINES: [&str; 3] = ["mariadb", "mysql", "postgres"];

/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html>
fn storage(instance: &View<'_, '_>, findings: &mut Vec<Finding>) {
    /// With less storage, `gp3` has fixed IOPS and a fixed throughput.
    const LEAST_WITH_IOPS: i64 = 400;
    let engine = instance.get("Engine").text().map(|name| name.to_lowercase());
    if !engine.is_some_and(|name| OPEN_ENGINES.contains(&name.as_str())) {
        return;
    }
    let Some(kind) = instance.get("StorageType").text() else {
        return;
    };
    let least = match kind.as_ref() {
        "gp3" => 20,
        "io1" | "io2" => 100,
        _ => return,
    };
    if kind != "gp3" && instance.get("Iops").is_absent() && instance.get("DBSnapshotIdentifier").is_absent() {
        let message = format!("storage of the type `{kind}` requires `Iops`");
        findings.push(instance.found(STORAGE.found(message, "add it")));
    }
    let size = instance.get("AllocatedStorage");
    let Some(number) = size.number() else { return };
    if number < least {
        let message = format!("storage of the type `{kind}` has at least {least} GiB; found {number}");
        findings.push(size.found(STORAGE.found(message, "increase it")));
    } else if kind == "gp3" && number < LEAST_WITH_IOPS {
        for setting in ["Iops", "StorageThroughput"].map(|name| instance.get(name)) {
            if setting.is_present() {
                let message =
                    format!("`gp3` storage of less than {LEAST_WITH_IOPS} GiB must not have this property");
                findings
                    .push(setting.found(STORAGE.found(message, "remove it, or increase `AllocatedStorage`")));
            }
        }
    }
}

fn settings(instance: &View<'_, '_>, findings: &mut Vec<Finding>) {
    /// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html>
    const INTERVALS: [i64; 7] = [0, 1, 5, 10, 15, 30, 60];
    /// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html>
    const LONGEST_RETENTION: i64 = 35;

    let zone = instance.get("AvailabilityZone");
    if instance.get("MultiAZ").is_true() && zone.is_present() {
        let message = "an instance with `MultiAZ` must not have an availability zone";
        findings.push(zone.found(SETTINGS.found(message, "remove one of the two")));
    }
    let interval = instance.get("MonitoringInterval");
    if let Some(number) = interval.number() {
        if !INTERVALS.contains(&number) {
            let message = format!("{number} seconds is not an interval of enhanced monitoring");
            findings.push(interval.found(SETTINGS.found(message, "use 0, 1, 5, 10, 15, 30 or 60")));
        } else if number > 0 && instance.get("MonitoringRoleArn").is_absent() {
            let message = "enhanced monitoring requires `MonitoringRoleArn`";
            findings.push(interval.found(SETTINGS.found(message, "add it, or set the interval to 0")));
        }
    }
    let retention = instance.get("BackupRetentionPeriod");
    if let Some(number) = retention.number().filter(|number| *number > LONGEST_RETENTION) {
        let message = format!("backups are kept {LONGEST_RETENTION} days at most; found {number}");
        findings.push(retention.found(SETTINGS.found(message, "decrease it")));
    }
}

/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.Constraints>
fn master_user(database: &View<'_, '_>, findings: &mut Vec<Finding>) {
    const SHORTEST_PASSWORD: usize = 8;
    const LONGEST_IN_MYSQL: usize = 41;

    let engine = database.get("Engine").text().map(|name| name.to_lowercase());
    let engine = engine.as_deref().unwrap_or_default();
    let user = database.get("MasterUsername");
    if let Some(name) = user.text() {
        let is_reserved = name == "rdsadmin" || (name == "admin" && engine.contains("postgres"));
        if is_reserved {
            let message = format!("the user name `{name}` is reserved");
            findings.push(user.found(MASTER_USER.found(message, "rename the user")));
        }
    }
    let password = database.get("MasterUserPassword");
    let Some(text) = password.text() else { return };
    let length = text.chars().count();
    let is_mysql = engine.contains("mysql") || engine == "mariadb" || engine == "aurora";
    let message = if length < SHORTEST_PASSWORD {
        format!("the password has {length} characters; the minimum is {SHORTEST_PASSWORD}")
    } else if is_mysql && length > LONGEST_IN_MYSQL {
        format!("the password has {length} characters; the maximum is {LONGEST_IN_MYSQL}")
    } else if text.contains(['/', '"', '@', ' ']) || !text.chars().all(|c| c.is_ascii_graphic()) {
        "the password has a character that RDS does not allow: `/`, `\"`, `@`, a space, or one outside ASCII"
            .to_owned()
    } else {
        return;
    };
    let hint = "let RDS generate it: `ManageMasterUserPassword`";
    findings.push(password.found(MASTER_USER.found(message, hint)));
}
