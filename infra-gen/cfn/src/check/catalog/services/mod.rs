//! The rules of `rules`, one module per service.

pub(in crate::check) mod api_gateway;
pub(in crate::check) mod autoscaling;
pub(in crate::check) mod availability_zones;
pub(in crate::check) mod backup;
pub(in crate::check) mod certificatemanager;
pub(in crate::check) mod cloudfront;
pub(in crate::check) mod cloudwatch;
pub(in crate::check) mod codepipeline;
pub(in crate::check) mod cognito;
pub(in crate::check) mod custom_resources;
pub(in crate::check) mod dynamodb;
pub(in crate::check) mod ec2;
pub(in crate::check) mod ecs;
pub(in crate::check) mod eks;
pub(in crate::check) mod elasticache;
pub(in crate::check) mod elasticloadbalancing;
pub(in crate::check) mod event_sources;
pub(in crate::check) mod events;
pub(in crate::check) mod iam;
pub(in crate::check) mod kinesis;
pub(in crate::check) mod kms;
pub(in crate::check) mod lambda;
pub(in crate::check) mod pipes;
pub(in crate::check) mod rds;
pub(in crate::check) mod role_arns;
pub(in crate::check) mod route53;
pub(in crate::check) mod s3;
pub(in crate::check) mod scheduler;
pub(in crate::check) mod secretsmanager;
pub(in crate::check) mod secure_strings;
pub(in crate::check) mod sns;
pub(in crate::check) mod sqs;
pub(in crate::check) mod stepfunctions;
pub(in crate::check) mod subnets;
pub(in crate::check) mod tags;
pub(in crate::check) mod wafv2;
pub(in crate::check) mod windows;

use crate::finding::Rule;

pub(super) static RULES: [&[&Rule]; 37] = [
    &api_gateway::RULES,
    &autoscaling::RULES,
    &availability_zones::RULES,
    &backup::RULES,
    &certificatemanager::RULES,
    &cloudfront::RULES,
    &cloudwatch::RULES,
    &codepipeline::RULES,
    &cognito::RULES,
    &custom_resources::RULES,
    &dynamodb::RULES,
    &ec2::RULES,
    &ecs::RULES,
    &eks::RULES,
    &elasticache::RULES,
    &elasticloadbalancing::RULES,
    &event_sources::RULES,
    &events::RULES,
    &iam::RULES,
    &kinesis::RULES,
    &kms::RULES,
    &lambda::RULES,
    &pipes::RULES,
    &rds::RULES,
    &role_arns::RULES,
    &route53::RULES,
    &s3::RULES,
    &scheduler::RULES,
    &secretsmanager::RULES,
    &secure_strings::RULES,
    &sns::RULES,
    &sqs::RULES,
    &stepfunctions::RULES,
    &subnets::RULES,
    &tags::RULES,
    &wafv2::RULES,
    &windows::RULES,
];
