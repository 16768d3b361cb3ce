//! Custom resources: the service token names who handles them.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html>

use crate::{
    check::{cases::Cases, catalog::services::custom_resources::SERVICE_TOKEN},
    finding::Finding,
    template::Template,
};

pub(super) fn check<'t>(template: &'t Template, cases: &mut Cases<'t>, findings: &mut Vec<Finding>) {
    let custom = template
        .resources
        .iter()
        .filter(|(_, block)| block.type_name.starts_with("Custom::") && !block.malformed);
    for (id, _) in custom {
        cases.check(id, findings, |resource, findings| {
            if resource.get("ServiceToken").is_absent() {
                let message = "a custom resource requires `ServiceToken`";
                let hint = "add the ARN of a function or topic that handles it";
                findings.push(resource.found(SERVICE_TOKEN.found(message, hint)));
            }
        });
    }
}
