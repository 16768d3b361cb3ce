//! All details of the company are required in an environment's file, because the law requires a shop to publish them.

use shop_infra::settings::{ENVIRONMENTS, Settings};

/// The error in production's file after `edit`, which removes or changes lines.
fn error_after(edit: impl Fn(&str) -> Option<String>) -> String {
    let file = ENVIRONMENTS.iter().find(|environment| environment.name == "prod");
    let lines = file
        .expect("the environment has a file")
        .text
        .lines()
        .filter_map(edit);
    let text = lines.collect::<Vec<_>>().join("\n");
    serde_yaml::from_str::<Settings>(&text)
        .expect_err("the settings are invalid")
        .to_string()
}

#[test]
fn every_detail_of_the_company_is_required() {
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
fn details_of_the_company_must_not_be_empty() {
    let error = error_after(|line| Some(line.replace("1 Baker Lane", "\" \"")));
    assert!(error.contains("must not be empty"), "{error}");
}
