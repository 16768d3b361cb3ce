//! An environment's file that leaves out part of the company is refused: the law requires a shop to name all of it.

use shop_infra::settings::{ENVIRONMENTS, Settings};

/// What is wrong with production's file after `edit`, which drops a line or changes it.
fn error_after(edit: impl Fn(&str) -> Option<String>) -> String {
    let file = ENVIRONMENTS.iter().find(|environment| environment.name == "prod");
    let lines = file
        .expect("the environment has a file")
        .text
        .lines()
        .filter_map(edit);
    let text = lines.collect::<Vec<_>>().join("\n");
    serde_yaml::from_str::<Settings>(&text)
        .expect_err("the settings are refused")
        .to_string()
}

#[test]
fn every_line_about_the_company_is_required() {
    let keys = [
        "name",
        "street",
        "postalCode",
        "city",
        "country",
        "director",
        "register",
        "registerNumber",
        "vatId",
        "email",
        "phone",
    ];
    for key in keys {
        let start = format!("  {key}:");
        let error = error_after(|line| (!line.starts_with(&start)).then(|| line.to_owned()));
        assert!(error.contains(key), "without `{key}`: {error}");
    }
}

#[test]
fn a_line_about_the_company_is_not_empty() {
    let error = error_after(|line| Some(line.replace("1 Baker Lane", "\" \"")));
    assert!(error.contains("must not be empty"), "{error}");
}
