//! `make dev` builds the tool and the handlers with the same compiled dependencies.
//!
//! Cargo compiles a crate once per set of features. The tool enables the handlers' features, so a build of both compiles no
//! crate of the tool again. For AWS Lambda the handlers are built alone, with only their own features.

#![expect(clippy::unwrap_used, reason = "a test fails with a panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The crates that a build of these packages compiles, each with the sets of features that it is compiled with.
fn crates(packages: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .current_dir(repository())
        .args(["tree", "--locked", "--edges", "normal,build", "--prefix", "none"])
        .args(["--format", "{p}\t{f}"]);
    for package in packages {
        cargo.args(["--package", package]);
    }
    let output = cargo.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut crates: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let listing = String::from_utf8(output.stdout).unwrap();
    // A blank line separates the requested packages.
    for line in listing.lines().filter(|line| !line.is_empty()) {
        let (name, features) = line.trim_end_matches(" (*)").split_once('\t').unwrap();
        crates
            .entry(name.to_owned())
            .or_default()
            .insert(features.to_owned());
    }
    crates
}

fn handlers() -> Vec<&'static str> {
    let packages = shop_infra::app().packages;
    packages.iter().map(|package| package.cargo_package).collect()
}

#[test]
fn building_the_handlers_does_not_compile_crates_of_the_tool_again() {
    let alone = crates(&["shop-infra"]);
    let together = crates(&[&handlers()[..], &["shop-infra"]].concat());
    let again: Vec<String> = alone
        .iter()
        .filter(|(name, features)| !features.is_subset(&together[*name]))
        .map(|(name, features)| {
            format!(
                "{name}: {features:?} alone, {:?} with the handlers",
                together[name]
            )
        })
        .collect();
    assert!(
        again.is_empty(),
        "enable these features in `infra-gen/cli/Cargo.toml`, too:\n{}",
        again.join("\n")
    );
}

#[test]
fn handlers_for_lambda_have_no_sign_in_features() {
    let handlers = crates(&handlers());
    for name in ["aws-config", "aws-sdk-sso", "aws-sdk-ssooidc", "aws-sdk-signin"] {
        let found = handlers
            .keys()
            .find(|found| found.starts_with(&format!("{name} ")));
        assert_eq!(found, None, "{name}");
    }
}

#[test]
fn make_builds_every_handler_with_the_tool() {
    let makefile = std::fs::read_to_string(repository().join("Makefile")).unwrap();
    let line = makefile
        .lines()
        .find_map(|line| line.strip_prefix("HANDLERS = "))
        .unwrap();
    let named: BTreeSet<(String, String)> = line
        .split_whitespace()
        .map(|name| (format!("shop-{name}"), name.to_owned()))
        .collect();
    let packages = shop_infra::app().packages;
    let built = packages
        .iter()
        .map(|package| (package.cargo_package.to_owned(), package.binary.to_owned()));
    assert_eq!(named, built.collect());
}
