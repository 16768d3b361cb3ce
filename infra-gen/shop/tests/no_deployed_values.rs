//! No file has to be edited after a deployment: neither the web app nor the handlers nor the environments contain values
//! that only a deployed stack has. Such values come from the function's environment or from `/config.json`.
//!
//! The test reads every file in the three folders, including tests and examples, except for the output of tools.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use regress::Regex;

const FOLDERS: [&str; 3] = ["web", "lambdas", "infra-gen/shop/environments"];

/// Folders with the output of `npm`, Vite, Playwright and Cargo.
const EXCLUDED: [&str; 6] = [
    "node_modules",
    "dist",
    "target",
    "test-results",
    "playwright-report",
    ".vite",
];

/// Values that only a deployed stack has: their kind, a text that each line with such a value contains, and a pattern.
const PATTERNS: [(&str, &str, &str); 5] = [
    ("a user pool", "_", r"\b[a-z]{2}(-[a-z]+)+-\d_[A-Za-z0-9]{9,}"),
    ("an API", ".execute-api.", r"\b[a-z0-9]{10}\.execute-api\."),
    (
        "a pool's domain",
        ".amazoncognito.com",
        r"[\w-]+\.amazoncognito\.com",
    ),
    (
        "a distribution",
        ".cloudfront.net",
        r"\bd[a-z0-9]{12,13}\.cloudfront\.net",
    ),
    // Without the account IDs that AWS uses in examples.
    (
        "an account",
        "arn:aws",
        r"\barn:aws[\w-]*:[\w-]*:[\w-]*:(?!000000000000|111111111111|123456789012)\d{12}:",
    ),
];

#[test]
fn no_file_contains_values_of_a_deployed_stack() {
    let files = FOLDERS
        .iter()
        .flat_map(|folder| files_below(&root().join(folder)));
    let found: Vec<String> = files
        .flat_map(|file| {
            let bytes = match fs::read(&file) {
                // A tool that runs at the same time has removed its file.
                Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
                read => read.unwrap(),
            };
            let name = file.strip_prefix(root()).unwrap().display().to_string();
            deployed_values(&String::from_utf8_lossy(&bytes))
                .into_iter()
                .map(move |(kind, value)| format!("`{name}` contains {kind}: `{value}`"))
        })
        .collect();
    assert!(
        found.is_empty(),
        "these values change with each new stack; read them from the function's environment or from `/config.json`:\n{}",
        found.join("\n")
    );
}

#[test]
fn there_are_no_configuration_files_next_to_the_code() {
    let found: Vec<PathBuf> = FOLDERS
        .iter()
        .flat_map(|folder| files_below(&root().join(folder)))
        .filter(|file| {
            let name = file.file_name().unwrap().to_string_lossy();
            name.starts_with(".env") || name == "config.json"
        })
        .collect();
    assert!(found.is_empty(), "only `deploy` writes such files: {found:?}");
}

#[test]
fn the_folders_exist() {
    for folder in FOLDERS {
        assert!(
            files_below(&root().join(folder)).len() > 3,
            "`{folder}` is nearly empty"
        );
    }
}

#[test]
fn values_of_a_deployed_stack_are_recognized() {
    // In two parts, so that no file contains such a value.
    for (expected, value) in [
        ("a user pool", ["us-east-1_", "Ab3dEf6hI"]),
        ("an app client", ["5tq9v2m1k8s3", "x7c4b6n0z2l1pa"]),
        (
            "an API",
            ["a1b2c3d4e5", ".execute-api.eu-central-1.amazonaws.com/v1"],
        ),
        (
            "a pool's domain",
            ["cookie-shop", ".auth.eu-central-1.amazoncognito.com"],
        ),
        ("a distribution", ["d111111abcdef8", ".cloudfront.net"]),
        ("an account", ["arn:aws:sns:eu-central-1:", "210987654321:topic"]),
    ] {
        let text = format!("const VALUE = \"{}\";", value.concat());
        let kinds: Vec<&str> = deployed_values(&text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [expected], "in {text}");
    }
}

#[test]
fn values_in_examples_are_not_recognized() {
    for text in [
        "arn:aws:states:eu-west-1:123456789012:execution:new_order:1",
        "region: eu-central-1",
        "https://api.example/v1",
        "abcdefghijklmnopqrstuvwxyz",
        "execute-api",
    ] {
        assert_eq!(deployed_values(text), [], "in {text}");
    }
}

/// The values of a deployed stack in `text`, each with its kind.
fn deployed_values(text: &str) -> Vec<(&'static str, String)> {
    static COMPILED: LazyLock<[(&str, &str, Regex); 5]> = LazyLock::new(|| {
        PATTERNS.map(|(kind, text, pattern)| {
            let regex = Regex::new(pattern).expect("the pattern is a regular expression");
            (kind, text, regex)
        })
    });

    let mut found = Vec::new();
    for line in text.lines() {
        for (kind, _, pattern) in COMPILED.iter().filter(|(_, text, _)| line.contains(text)) {
            found.extend(
                pattern
                    .find_iter(line)
                    .map(|value| (*kind, line[value.range()].to_owned())),
            );
        }
        let words = line.split(|c: char| !c.is_ascii_alphanumeric());
        found.extend(
            words
                .filter(|word| is_app_client(word))
                .map(|word| ("an app client", word.to_owned())),
        );
    }
    found
}

/// Whether a word consists of 26 lower-case letters and digits and contains both.
fn is_app_client(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.bytes().filter(u8::is_ascii_lowercase).count();
    word.len() == 26 && digits + letters == 26 && digits > 0 && letters > 0
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", folder.display()));
    entries
        .map(|entry| entry.expect("a folder of the repository can be listed"))
        .filter(|entry| !EXCLUDED.contains(&entry.file_name().to_string_lossy().as_ref()))
        .flat_map(|entry| {
            if entry.path().is_dir() {
                files_below(&entry.path())
            } else {
                vec![entry.path()]
            }
        })
        .collect()
}

/// The root of the repository.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
