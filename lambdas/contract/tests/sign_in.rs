//! The site repeats the names of the sign-in in TypeScript. They must be the same.

use std::{fs, path::Path};

use shop_contract::sign_in;

#[test]
fn the_site_requests_the_scope_of_the_routes() {
    let scope = sign_in::full_employee_scope();
    check(
        "features/sign-in/pool-pages.ts",
        &format!("const SCOPE = \"openid email {scope}\";"),
    );
}

#[test]
fn the_site_checks_the_groups_of_the_pool() {
    for (name, group) in [
        ("STAFF_GROUP", sign_in::STAFF_GROUP),
        ("MANAGER_GROUP", sign_in::MANAGER_GROUP),
        ("EMPLOYEES_GROUP", sign_in::EMPLOYEES_GROUP),
    ] {
        check(
            "features/sign-in/employee.ts",
            &format!("const {name} = \"{group}\";"),
        );
    }
}

#[test]
fn the_site_has_the_pages_that_the_pool_redirects_to() {
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
    let text = fs::read_to_string(&path).expect("the source of the site");
    assert!(text.contains(line), "`web/src/{file}` does not contain `{line}`");
}
