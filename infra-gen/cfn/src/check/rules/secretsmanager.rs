//! Secrets and their rotation.
//! <https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html>

use crate::{
    check::{
        cases::Cases,
        catalog::services::secretsmanager::{ROTATION, SECRET},
    },
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::SecretsManager::Secret", findings, |secret, findings| {
        let generated = secret.get("GenerateSecretString");
        let value = secret.get("SecretString");
        if generated.is_present() && value.is_present() {
            let message = "`SecretString` cannot be combined with `GenerateSecretString`";
            findings.push(value.found(SECRET.found(message, "remove one of the two")));
        }
        let (template, key) = (
            generated.get("SecretStringTemplate"),
            generated.get("GenerateStringKey"),
        );
        for (given, other, name) in [
            (&template, &key, "GenerateStringKey"),
            (&key, &template, "SecretStringTemplate"),
        ] {
            if given.is_present() && other.is_absent() {
                let message = format!("this property requires `{name}`");
                findings.push(given.found(SECRET.found(message, "add it")));
            }
        }
    });
    cases.each(
        "AWS::SecretsManager::RotationSchedule",
        findings,
        |rotation, findings| {
            let rules = rotation.get("RotationRules");
            let schedule = rules.get("ScheduleExpression");
            if schedule.is_present() && rules.get("AutomaticallyAfterDays").is_present() {
                let message = "`ScheduleExpression` cannot be combined with `AutomaticallyAfterDays`";
                findings.push(schedule.found(ROTATION.found(message, "remove one of the two")));
            }
        },
    );
}
