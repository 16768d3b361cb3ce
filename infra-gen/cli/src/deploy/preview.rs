//! What CloudFormation predicts for a deployment: a change set that is created, read and deleted, but never executed.

use infra_gen_cfn::Template;

use super::artifacts::Artifacts;
use super::baseline::Baseline;
use super::change_set::plan::PlannedChange;
use super::change_set::{self, ChangeSetRequest, Partition, Submitted};
use super::parameters::{ParameterValue, Values};
use super::{DeployError, template};
use crate::app::Loaded;
use crate::aws::Aws;

/// Stands for the location of handler code that is not uploaded yet.
const CODE_PLACEHOLDER: &str = "undecided";

/// What deploying `template` would do to each resource, according to CloudFormation. Deployed code counts as unchanged.
pub(crate) async fn preview(
    aws: &Aws,
    baseline: &Baseline,
    loaded: &Loaded,
    template: &Template,
    values: &Values,
    artifacts: &mut Artifacts<'_>,
) -> Result<Vec<PlannedChange>, DeployError> {
    let name = loaded.stack_name.as_str();
    values.expect_complete(template)?;
    let uploaded = template::upload(template, artifacts).await?;
    let mut parameters = values.submitted();
    parameters.extend(values.automatic().map(|(name, is_deployed)| {
        let value = if is_deployed {
            ParameterValue::UsePrevious
        } else {
            ParameterValue::Value(CODE_PLACEHOLDER.to_owned())
        };
        (name.to_owned(), value)
    }));
    parameters.extend(uploaded.parameters);
    let request = ChangeSetRequest {
        stack: name,
        // Another name than the deployment's own change set, which must not be deleted here.
        baseline: format!("{} preview", baseline.fingerprint()),
        is_new: baseline.is_new,
        source: uploaded.source,
        parameters,
        capabilities: template.capabilities(),
        tags: &loaded.settings.tags,
        partition: Partition {
            before: &baseline.nested_stacks,
            after: uploaded.nested,
        },
    };
    match change_set::submit(aws, &request).await? {
        Submitted::NoChanges => Ok(Vec::new()),
        Submitted::Ready(change_set) => {
            change_set::discard(aws, baseline, &change_set).await?;
            Ok(change_set.changes)
        }
    }
}
