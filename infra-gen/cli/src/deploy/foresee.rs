//! What CloudFormation says that a change would do: a change set that is read and removed, and never executed.

use infra_gen_cfn::Template;

use super::DeployError;
use super::artifacts::Artifacts;
use super::base::Base;
use super::change_set::{self, Given, Submission, Verdict};
use super::nested::Seams;
use super::parameters::Values;
use super::template;
use super::verdict::Planned;
use crate::app::Loaded;
use crate::aws::Aws;

/// The value of a parameter that only a deployment decides: where the code lies.
const UNDECIDED: &str = "undecided";

/// What deploying `template` would do to each resource, by CloudFormation's reckoning. Code is taken to stay as it is.
pub(crate) async fn foresee(
    aws: &Aws,
    base: &Base,
    loaded: &Loaded,
    template: &Template,
    values: &Values,
    artifacts: &mut Artifacts<'_>,
) -> Result<Vec<Planned>, DeployError> {
    let name = loaded.stack_name.as_str();
    values.expect_complete(template)?;
    let placed = template::place(template, artifacts).await?;
    let mut parameters = values.submitted();
    parameters.extend(values.automatic().map(|(name, is_deployed)| {
        let given = if is_deployed {
            Given::AsDeployed
        } else {
            Given::Value(UNDECIDED.to_owned())
        };
        (name.to_owned(), given)
    }));
    parameters.extend(placed.parameters);
    let submission = Submission {
        stack: name,
        base: format!("{} foreseen", base.fingerprint()),
        is_new: base.is_new,
        source: placed.source,
        parameters,
        capabilities: template.capabilities(),
        tags: &loaded.settings.tags,
        seams: Seams {
            before: &base.seams,
            after: placed.nested,
        },
    };
    match change_set::submit(aws, &submission).await? {
        Verdict::NoChanges => Ok(Vec::new()),
        Verdict::Ready(change_set) => {
            super::withdraw(aws, base, name, &change_set).await?;
            Ok(change_set.planned)
        }
    }
}
