//! The rules of `codepipeline`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 3] = [&ARTIFACT, &ARTIFACT_COUNT, &STAGES];

pub(in crate::check) static ARTIFACT: Rule = Rule {
    id: "codepipeline-artifact",
    severity: Error,
    scope: Template,
    summary: "an artifact that no earlier action has as its output, or that two actions have",
    explanation: "An input artifact of an action is the output artifact of an earlier one, and each output artifact has a name of its own. CodePipeline refuses anything else.",
    source: "https://docs.aws.amazon.com/codepipeline/latest/userguide/pipeline-requirements.html",
    bad: Text(
        "\
Resources:
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      ArtifactStore:
        Location: shop-artifacts
        Type: S3
      RoleArn: arn:aws:iam::111122223333:role/release
      Stages:
        - Name: Source
          Actions:
            - Name: Fetch
              ActionTypeId:
                Category: Source
                Owner: AWS
                Provider: CodeCommit
                Version: '1'
              Configuration:
                BranchName: main
                RepositoryName: shop
              OutputArtifacts:
                - Name: Code
        - Name: Build
          Actions:
            - Name: Build
              ActionTypeId:
                Category: Build
                Owner: AWS
                Provider: CodeBuild
                Version: '1'
              Configuration:
                ProjectName: shop
              InputArtifacts:
                - Name: Source
",
    ),
    good: "\
Resources:
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      ArtifactStore:
        Location: shop-artifacts
        Type: S3
      RoleArn: arn:aws:iam::111122223333:role/release
      Stages:
        - Name: Source
          Actions:
            - Name: Fetch
              ActionTypeId:
                Category: Source
                Owner: AWS
                Provider: CodeCommit
                Version: '1'
              Configuration:
                BranchName: main
                RepositoryName: shop
              OutputArtifacts:
                - Name: Code
        - Name: Build
          Actions:
            - Name: Build
              ActionTypeId:
                Category: Build
                Owner: AWS
                Provider: CodeBuild
                Version: '1'
              Configuration:
                ProjectName: shop
              InputArtifacts:
                - Name: Code
",
};

pub(in crate::check) static ARTIFACT_COUNT: Rule = Rule {
    id: "codepipeline-artifact-count",
    severity: Error,
    scope: Template,
    summary: "an action with too many or too few artifacts",
    explanation: "Each provider takes a certain number of input and output artifacts. CodePipeline refuses anything else.",
    source: "https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-action-artifacts.html",
    bad: Text(
        "\
Resources:
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      ArtifactStore:
        Location: shop-artifacts
        Type: S3
      RoleArn: arn:aws:iam::111122223333:role/release
      Stages:
        - Name: Source
          Actions:
            - Name: Fetch
              ActionTypeId:
                Category: Source
                Owner: AWS
                Provider: CodeCommit
                Version: '1'
              Configuration:
                BranchName: main
                RepositoryName: shop
              OutputArtifacts:
                - Name: Code
                - Name: More
        - Name: Build
          Actions:
            - Name: Build
              ActionTypeId:
                Category: Build
                Owner: AWS
                Provider: CodeBuild
                Version: '1'
              Configuration:
                ProjectName: shop
              InputArtifacts:
                - Name: Code
",
    ),
    good: "\
Resources:
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      ArtifactStore:
        Location: shop-artifacts
        Type: S3
      RoleArn: arn:aws:iam::111122223333:role/release
      Stages:
        - Name: Source
          Actions:
            - Name: Fetch
              ActionTypeId:
                Category: Source
                Owner: AWS
                Provider: CodeCommit
                Version: '1'
              Configuration:
                BranchName: main
                RepositoryName: shop
              OutputArtifacts:
                - Name: Code
        - Name: Build
          Actions:
            - Name: Build
              ActionTypeId:
                Category: Build
                Owner: AWS
                Provider: CodeBuild
                Version: '1'
              Configuration:
                ProjectName: shop
              InputArtifacts:
                - Name: Code
",
};

pub(in crate::check) static STAGES: Rule = Rule {
    id: "codepipeline-stages",
    severity: Error,
    scope: Template,
    summary: "a source action in another stage than the first, or two stages with one name",
    explanation: "The first stage has source actions only, no other stage has any, and the names of stages are unique. CodePipeline refuses anything else.",
    source: "https://docs.aws.amazon.com/codepipeline/latest/userguide/pipeline-requirements.html",
    bad: Text(
        "\
Resources:
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      ArtifactStore:
        Location: shop-artifacts
        Type: S3
      RoleArn: arn:aws:iam::111122223333:role/release
      Stages:
        - Name: Source
          Actions:
            - Name: Fetch
              ActionTypeId:
                Category: Source
                Owner: AWS
                Provider: CodeCommit
                Version: '1'
              Configuration:
                BranchName: main
                RepositoryName: shop
              OutputArtifacts:
                - Name: Code
        - Name: Source
          Actions:
            - Name: Build
              ActionTypeId:
                Category: Build
                Owner: AWS
                Provider: CodeBuild
                Version: '1'
              Configuration:
                ProjectName: shop
              InputArtifacts:
                - Name: Code
",
    ),
    good: "\
Resources:
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      ArtifactStore:
        Location: shop-artifacts
        Type: S3
      RoleArn: arn:aws:iam::111122223333:role/release
      Stages:
        - Name: Source
          Actions:
            - Name: Fetch
              ActionTypeId:
                Category: Source
                Owner: AWS
                Provider: CodeCommit
                Version: '1'
              Configuration:
                BranchName: main
                RepositoryName: shop
              OutputArtifacts:
                - Name: Code
        - Name: Build
          Actions:
            - Name: Build
              ActionTypeId:
                Category: Build
                Owner: AWS
                Provider: CodeBuild
                Version: '1'
              Configuration:
                ProjectName: shop
              InputArtifacts:
                - Name: Code
",
};
