//! The template as CloudFormation takes it: inline while it is small, by address when it is not.

use infra_gen_cfn::Template;

use super::artifacts::Artifacts;
use super::change_set::Source;
use crate::aws::AwsError;

/// Puts the template where CloudFormation finds it.
pub(crate) async fn place(template: &Template, artifacts: &mut Artifacts<'_>) -> Result<Source, AwsError> {
    let text = template.to_json_minified();
    if template.fits_inline() {
        return Ok(Source::Inline(text));
    }
    Ok(Source::Address(artifacts.upload_template(text).await?))
}
