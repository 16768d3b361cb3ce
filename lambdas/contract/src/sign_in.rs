//! Names of the sign-in that the user pool, the gateway, the handlers and the site must agree on.
//!
//! The URL of the pool and the site's client ID are absent: the stack creates them, and passes them to the handlers as
//! environment variables and to the site as `/config.json`.

/// The pool's resource server: the name of the API in its tokens.
pub const RESOURCE_SERVER: &str = "shop";

/// The scope of the operations for employees, in [`RESOURCE_SERVER`].
pub const EMPLOYEE_SCOPE: &str = "employee";

/// The group of employees who run the shop day by day. The scope says what a token may be used for, and the group says who
/// the user is.
pub const STAFF_GROUP: &str = "staff";

/// The group of employees who may do everything that staff may do, and also set prices and texts and give refunds.
pub const MANAGER_GROUP: &str = "manager";

/// The former name of [`STAFF_GROUP`]. Its members count as staff, so that a deployment locks no employee out.
pub const EMPLOYEES_GROUP: &str = "employees";

/// The page of the site that a sign-in redirects to.
pub const CALLBACK_PATH: &str = "/sign-in/callback";

/// The page of the site that a sign-out redirects to.
pub const SIGNED_OUT_PATH: &str = "/signed-out";

/// The scope in a token: `shop/employee`.
pub fn full_employee_scope() -> String {
    format!("{RESOURCE_SERVER}/{EMPLOYEE_SCOPE}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_full_scope_has_its_resource_server() {
        assert_eq!(full_employee_scope(), "shop/employee");
    }
}
