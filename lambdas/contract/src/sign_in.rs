//! What signing in means here: the names that the user pool, the gateway, the handlers and the site have to agree on.
//!
//! Absent: where the pool is and which client the site is. They come to be with the stack, which hands them to the
//! handlers as environment and to the site as `/config.json`.

/// The pool's resource server: the API, as its tokens call it.
pub const RESOURCE_SERVER: &str = "shop";

/// The scope of what is for employees, within [`RESOURCE_SERVER`].
pub const EMPLOYEE_SCOPE: &str = "employee";

/// The group that employees are members of. The scope says what a token is for, the group whose it is.
pub const EMPLOYEES_GROUP: &str = "employees";

/// The page of the site that a sign-in comes back to.
pub const CALLBACK_PATH: &str = "/sign-in/callback";

/// The page of the site that a sign-out comes back to.
pub const SIGNED_OUT_PATH: &str = "/signed-out";

/// The scope as a token has it, `shop/employee`.
pub fn full_employee_scope() -> String {
    format!("{RESOURCE_SERVER}/{EMPLOYEE_SCOPE}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scope_is_named_with_its_resource_server() {
        assert_eq!(full_employee_scope(), "shop/employee");
    }
}
