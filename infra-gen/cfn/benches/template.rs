//! Parsing, writing and checking templates with 500 and 2,000 resources. All should be linear.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use infra_gen_cfn::Template;
use serde_json::json;

fn template(c: &mut Criterion) {
    let mut group = c.benchmark_group("template");
    for size in [500, 2_000] {
        let yaml = chain(size).to_yaml();
        let json = chain(size).to_json();
        let parsed = chain(size);
        group.throughput(Throughput::Elements(size as u64));
        group.bench_with_input(BenchmarkId::new("from_yaml", size), &yaml, |b, text| {
            b.iter(|| Template::from_yaml(black_box(text)).expect("the template is well-formed"));
        });
        group.bench_with_input(BenchmarkId::new("from_json", size), &json, |b, text| {
            b.iter(|| Template::from_json(black_box(text)).expect("the template is well-formed"));
        });
        group.bench_with_input(BenchmarkId::new("check", size), &parsed, |b, template| {
            // With more than 500 resources, there is one problem.
            b.iter(|| {
                black_box(template)
                    .check()
                    .map_or_else(|problems| problems.0.len(), |()| 0)
            });
        });
        group.bench_with_input(BenchmarkId::new("to_yaml", size), &parsed, |b, template| {
            b.iter(|| black_box(template).to_yaml());
        });
        group.bench_with_input(BenchmarkId::new("to_json", size), &parsed, |b, template| {
            b.iter(|| black_box(template).to_json());
        });
    }
    group.finish();
}

/// Functions with a role each. Every function depends on the previous one.
fn chain(size: usize) -> Template {
    let mut resources = serde_json::Map::new();
    for i in 0..size / 2 {
        let mut function = json!({
            "Type": "AWS::Lambda::Function",
            "Properties": {
                "Runtime": "provided.al2023",
                "Handler": "bootstrap",
                "Role": { "Fn::GetAtt": [format!("Role{i}"), "Arn"] },
                "Code": { "S3Bucket": { "Ref": "Artifacts" }, "S3Key": { "Fn::Sub": "${AWS::Region}/code.zip" } },
                "Environment": { "Variables": { "STAGE": "prod", "SELF": { "Fn::Join": ["-", ["a", "b"]] } } },
            },
        });
        if i > 0 {
            function["DependsOn"] = json!([format!("Function{}", i - 1)]);
        }
        let role = json!({
            "Type": "AWS::IAM::Role",
            "Properties": { "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [{
                "Effect": "Allow",
                "Action": "sts:AssumeRole",
                "Principal": { "Service": "lambda.amazonaws.com" },
            }] } },
        });
        resources.insert(format!("Function{i}"), function);
        resources.insert(format!("Role{i}"), role);
    }
    let document = json!({
        "AWSTemplateFormatVersion": "2010-09-09",
        "Parameters": { "Artifacts": { "Type": "String" } },
        "Resources": resources,
    });
    Template::from_json(&document.to_string()).expect("the template is well-formed")
}

criterion_group!(benches, template);
criterion_main!(benches);
