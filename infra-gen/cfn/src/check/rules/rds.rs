//! Databases: engines and passwords.
//! <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html>

mod instances;

use crate::{
    check::{
        cases::Cases,
        catalog::services::rds::{ENGINE, MANAGED_PASSWORD},
        hint::did_you_mean,
    },
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    instances::check(cases, findings);
    for type_name in ["AWS::RDS::DBInstance", "AWS::RDS::DBCluster"] {
        cases.each(type_name, findings, |database, findings| {
            let engine = database.get("Engine");
            let Some(name) = engine.text().filter(|name| !is_engine(name)) else {
                return;
            };
            let hint = did_you_mean(&name, ENGINES, "use an engine of RDS");
            findings
                .push(engine.found(ENGINE.found(format!("RDS does not support the engine `{name}`"), hint)));
        });
    }
    for (type_name, managed, password) in PASSWORDS {
        cases.each(type_name, findings, |database, findings| {
            let given = database.get(password);
            if database.get(managed).is_true() && given.is_present() {
                let message = format!(
                    "`{managed}` makes the service generate the password, so `{password}` is not allowed"
                );
                findings.push(given.found(MANAGED_PASSWORD.found(message, "remove one of the two")));
            }
        });
    }
}

fn is_engine(name: &str) -> bool {
    ENGINES.iter().any(|engine| engine.eq_ignore_ascii_case(name))
}

/// <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html>, and engines of the past.
const ENGINES: [&str; 29] = [
    "aurora",
    "aurora-mysql",
    "aurora-postgresql",
    "custom-oracle-ee",
    "custom-oracle-ee-cdb",
    "custom-oracle-se2",
    "custom-oracle-se2-cdb",
    "custom-sqlserver-dev",
    "custom-sqlserver-ee",
    "custom-sqlserver-se",
    "custom-sqlserver-web",
    "db2-ae",
    "db2-se",
    "docdb",
    "mariadb",
    "mysql",
    "neptune",
    "oracle-ee",
    "oracle-ee-cdb",
    "oracle-se",
    "oracle-se1",
    "oracle-se2",
    "oracle-se2-cdb",
    "postgres",
    "sqlserver-dev-ee",
    "sqlserver-ee",
    "sqlserver-ex",
    "sqlserver-se",
    "sqlserver-web",
];

/// The types whose service can generate the password: the property that turns it on, and the property with a password.
const PASSWORDS: [(&str, &str, &str); 5] = [
    (
        "AWS::DocDB::DBCluster",
        "ManageMasterUserPassword",
        "MasterUserPassword",
    ),
    (
        "AWS::RDS::DBCluster",
        "ManageMasterUserPassword",
        "MasterUserPassword",
    ),
    (
        "AWS::RDS::DBInstance",
        "ManageMasterUserPassword",
        "MasterUserPassword",
    ),
    (
        "AWS::Redshift::Cluster",
        "ManageMasterPassword",
        "MasterUserPassword",
    ),
    (
        "AWS::RedshiftServerless::Namespace",
        "ManageAdminPassword",
        "AdminUserPassword",
    ),
];
