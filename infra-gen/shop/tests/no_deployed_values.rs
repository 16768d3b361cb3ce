//! Nobody edits a file after deploying: no source of the web app, no handler and no environment holds a value that
//! only a deployed stack has. Where such a value is needed, it comes as the function's environment or `/config.json`.
//!
//! Every file below the three folders is read, tests and examples too, except for what tools leave there.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use regress::Regex;

const FOLDERS: [&str; 3] = ["web", "lambdas", "infra-gen/shop/environments"];

/// What `npm`, Vite, Playwright and Cargo leave behind, and what AWS published.
const LEFT_OUT: [&str; 6] = [
    "node_modules",
    "dist",
    "target",
    "test-results",
    "playwright-report",
    ".vite",
];

/// What a stack gets when it is deployed, as it would look in a file: its kind, a text that its line surely has, a pattern.
const DEPLOYED: [(&str, &str, &str); 5] = [
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
    // Those that AWS's own examples have belong to nobody.
    (
        "an account",
        "arn:aws",
        r"\barn:aws[\w-]*:[\w-]*:[\w-]*:(?!000000000000|111111111111|123456789012)\d{12}:",
    ),
];

#[test]
fn no_file_holds_what_only_a_deployed_stack_has() {
    let files = FOLDERS
        .iter()
        .flat_map(|folder| files_below(&root().join(folder)));
    let found: Vec<String> = files
        .flat_map(|file| {
            let bytes = match fs::read(&file) {
                // A tool that runs beside the test has taken its own away.
                Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
                read => read.unwrap(),
            };
            let name = file.strip_prefix(root()).unwrap().display().to_string();
            deployed_values(&String::from_utf8_lossy(&bytes))
                .into_iter()
                .map(move |(what, value)| format!("`{name}` names {what}: `{value}`"))
        })
        .collect();
    assert!(
        found.is_empty(),
        "after the next deployment these would have to be edited; read them from the function's environment or from \
         `/config.json`:\n{}",
        found.join("\n")
    );
}

#[test]
fn no_settings_lie_beside_the_code() {
    let found: Vec<PathBuf> = FOLDERS
        .iter()
        .flat_map(|folder| files_below(&root().join(folder)))
        .filter(|file| {
            let name = file.file_name().unwrap().to_string_lossy();
            name.starts_with(".env") || name == "config.json"
        })
        .collect();
    assert!(
        found.is_empty(),
        "deploying writes such files, nobody else: {found:?}"
    );
}

#[test]
fn the_folders_that_are_read_are_there() {
    for folder in FOLDERS {
        assert!(
            files_below(&root().join(folder)).len() > 3,
            "`{folder}` is nearly empty"
        );
    }
}

#[test]
fn what_a_stack_has_is_recognized() {
    // In pieces: this file is not to be read as one that holds them.
    for (what, value) in [
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
        assert_eq!(kinds, [what], "in {text}");
    }
}

#[test]
fn what_examples_are_made_of_is_not() {
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

/// Each with the kind of thing it is.
fn deployed_values(text: &str) -> Vec<(&'static str, String)> {
    static PATTERNS: LazyLock<[(&str, &str, Regex); 5]> = LazyLock::new(|| {
        DEPLOYED.map(|(what, hint, pattern)| {
            (
                what,
                hint,
                Regex::new(pattern).expect("a pattern above is no regular expression"),
            )
        })
    });

    let mut found = Vec::new();
    for line in text.lines() {
        for (what, _, pattern) in PATTERNS.iter().filter(|(_, hint, _)| line.contains(hint)) {
            found.extend(
                pattern
                    .find_iter(line)
                    .map(|value| (*what, line[value.range()].to_owned())),
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

/// 26 small letters and digits, of both some.
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
        .filter(|entry| !LEFT_OUT.contains(&entry.file_name().to_string_lossy().as_ref()))
        .flat_map(|entry| {
            if entry.path().is_dir() {
                files_below(&entry.path())
            } else {
                vec![entry.path()]
            }
        })
        .collect()
}

/// Of the repository.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
