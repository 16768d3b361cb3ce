//! Local paths in place of an artifact's location in a bucket. `aws cloudformation package` uploads the files and replaces the
//! paths, so they are correct before, but such a template cannot be deployed as it is.
//! <https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html>

use crate::{check::catalog::properties::LOCAL_PATH, finding::Unplaced, value::Json};

/// The properties that `aws cloudformation package` replaces.
const PACKAGED: [(&str, &[&str]); 22] = [
    ("AWS::ApiGateway::RestApi", &["BodyS3Location"]),
    ("AWS::AppSync::FunctionConfiguration", &["CodeS3Location"]),
    (
        "AWS::AppSync::FunctionConfiguration",
        &["RequestMappingTemplateS3Location"],
    ),
    (
        "AWS::AppSync::FunctionConfiguration",
        &["ResponseMappingTemplateS3Location"],
    ),
    ("AWS::AppSync::GraphQLSchema", &["DefinitionS3Location"]),
    ("AWS::AppSync::Resolver", &["CodeS3Location"]),
    ("AWS::AppSync::Resolver", &["RequestMappingTemplateS3Location"]),
    ("AWS::AppSync::Resolver", &["ResponseMappingTemplateS3Location"]),
    ("AWS::CloudFormation::ModuleVersion", &["ModulePackage"]),
    ("AWS::CloudFormation::ResourceVersion", &["SchemaHandlerPackage"]),
    ("AWS::CloudFormation::Stack", &["TemplateURL"]),
    ("AWS::CodeCommit::Repository", &["Code", "S3"]),
    ("AWS::ElasticBeanstalk::ApplicationVersion", &["SourceBundle"]),
    ("AWS::Glue::Job", &["Command", "ScriptLocation"]),
    ("AWS::Lambda::Function", &["Code"]),
    ("AWS::Lambda::LayerVersion", &["Content"]),
    ("AWS::Serverless::Api", &["DefinitionUri"]),
    ("AWS::Serverless::Application", &["Location"]),
    ("AWS::Serverless::Function", &["CodeUri"]),
    ("AWS::Serverless::LayerVersion", &["ContentUri"]),
    ("AWS::Serverless::StateMachine", &["DefinitionUri"]),
    ("AWS::StepFunctions::StateMachine", &["DefinitionS3Location"]),
];

/// The finding for a value that is a local path; `None` for any other value, or if the property is not packaged.
pub(super) fn local_path<'n>(
    type_name: &str,
    property: &(impl Iterator<Item = &'n str> + Clone),
    value: &Json,
) -> Option<Unplaced> {
    let path = value.as_str().filter(|text| is_local(text))?;
    let is_packaged = PACKAGED
        .iter()
        .any(|(name, packaged)| *name == type_name && property.clone().eq(packaged.iter().copied()));
    is_packaged.then(|| found(path))
}

/// The finding for a call of the macro `AWS::Include` with a local file.
pub(super) fn included(call: &Json) -> Option<Unplaced> {
    let is_include = call.get("Name")? == "AWS::Include";
    let location = call.get("Parameters")?.get("Location")?.as_str()?;
    (is_include && is_local(location)).then(|| found(location))
}

/// Whether a text is a path, not the location of a file in a bucket.
pub(super) fn is_local(text: &str) -> bool {
    !text.is_empty() && !text.contains("://") && !text.contains("{{resolve:")
}

fn found(path: &str) -> Unplaced {
    LOCAL_PATH.found(
        format!("`{path}` is a local path, which CloudFormation cannot read"),
        "upload the files with `aws cloudformation package`, which replaces the path",
    )
}

#[cfg(test)]
mod tests {
    use crate::{Template, finding::Severity};

    #[track_caller]
    fn check(resource: &str, expected: &[&str]) {
        check_template(&format!("Resources:\n  R:\n    {resource}\n"), expected);
    }

    #[track_caller]
    fn check_template(template: &str, expected: &[&str]) {
        let findings = Template::from_yaml(template).expect("a template").findings();
        let found: Vec<String> = findings
            .0
            .iter()
            .filter(|finding| finding.rule.id == "local-path" || finding.severity == Severity::Error)
            .map(|finding| format!("{} {}", finding.path.value, finding.message))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_local_path_in_a_packaged_property_is_a_warning() {
        check(
            "{Type: 'AWS::Lambda::Function', Properties: {Role: 'arn:aws:iam::111122223333:role/r', Runtime: nodejs22.x, \
             Handler: index.handler, Code: ./src}}",
            &["Properties.Code `./src` is a local path, which CloudFormation cannot read"],
        );
        check(
            "{Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: network.yaml}}",
            &["Properties.TemplateURL `network.yaml` is a local path, which CloudFormation cannot read"],
        );
        check(
            "{Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: 'https://example.com/network.yaml'}}",
            &[],
        );
    }

    #[test]
    fn sam_uploads_the_files_of_a_serverless_template() {
        check_template(
            "Transform: AWS::Serverless-2016-10-31\nResources: {F: {Type: AWS::Serverless::Function, Properties: {CodeUri: ./src, Handler: \
             a.b, Runtime: nodejs22.x}}}",
            &[],
        );
    }

    #[test]
    fn a_local_file_for_include_is_a_warning() {
        let include = |location: &str| {
            format!(
                "{{Type: 'AWS::SNS::Topic', Properties: {{DisplayName: {{'Fn::Transform': {{Name: 'AWS::Include', \
                 Parameters: {{Location: '{location}'}}}}}}}}}}"
            )
        };
        check(
            &include("name.yaml"),
            &[
                "Properties.DisplayName.Fn::Transform `name.yaml` is a local path, which CloudFormation cannot read",
            ],
        );
        check(&include("s3://files/name.yaml"), &[]);
    }

    #[test]
    fn another_text_in_place_of_an_object_is_an_error() {
        check(
            "{Type: 'AWS::SNS::Topic', Properties: {DeliveryStatusLogging: [./x]}}",
            &["Properties.DeliveryStatusLogging[0] `./x` is not an object"],
        );
    }
}
