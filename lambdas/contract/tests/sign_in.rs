//! The site is written in another language and says the names of the sign-in once more: the same ones.

use std::{fs, path::Path};

use shop_contract::sign_in;

#[test]
fn the_site_asks_for_the_scope_that_the_routes_want() {
    let scope = sign_in::full_employee_scope();
    check(
        "features/sign-in/pool-pages.ts",
        &format!("const SCOPE = \"openid email {scope}\";"),
    );
}

#[test]
fn the_site_knows_employees_by_the_group_of_the_pool() {
    let group = sign_in::EMPLOYEES_GROUP;
    check(
        "features/sign-in/employee.ts",
        &format!("const EMPLOYEES_GROUP = \"{group}\";"),
    );
}

#[test]
fn the_site_has_the_pages_that_the_pool_leads_back_to() {
    for (name, path) in [
        ("SIGN_IN_CALLBACK_PATH", sign_in::CALLBACK_PATH),
        ("SIGNED_OUT_PATH", sign_in::SIGNED_OUT_PATH),
    ] {
        check("ui/paths.ts", &format!("const {name} = \"{path}\";"));
    }
}

#[track_caller]
fn check(file: &str, line: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../web/src")
        .join(file);
    let text = fs::read_to_string(&path).expect("the site's source is beside the contract");
    assert!(text.contains(line), "`web/src/{file}` does not say `{line}`");
}
