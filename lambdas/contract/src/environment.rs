//! The environment each function is started with: one struct, which the stack fills with CloudFormation values and
//! the handler reads as strings. A variable that one side lacks does not compile.
//!
//! Nothing here reads the process's environment; the runtime hands in the look-up.

use std::fmt;

use crate::Function;

/// The environment variables of one function, with values of one type: text in the handler, whatever the stack
/// writes into a template there.
///
/// ```
/// use shop_contract::{Environment, GetProductEnv};
///
/// let entries = GetProductEnv { products_table: "Products-1", allowed_origins: "https://shop.example" }.entries();
/// assert_eq!(entries[0], ("PRODUCTS_TABLE", "Products-1"));
///
/// let read = GetProductEnv::read(|name| (name == "PRODUCTS_TABLE").then(|| "Products-1".to_owned()));
/// assert_eq!(read.unwrap_err().names, ["ALLOWED_ORIGINS"]);
/// ```
///
/// A variable that the stack forgets:
///
/// ```compile_fail,E0063
/// use shop_contract::GetProductEnv;
///
/// let env = GetProductEnv { products_table: "Products-1" };
/// ```
pub trait Environment: Sized {
    /// What a variable's value is.
    type Value;

    /// The function that is started with these variables.
    const FUNCTION: Function;

    /// The names of the variables.
    const NAMES: &'static [&'static str];

    /// The variables by name, in the order of their declaration.
    fn entries(self) -> Vec<(&'static str, Self::Value)>;

    /// Looks every variable up, or says which are missing: all of them, not the first.
    fn read(lookup: impl FnMut(&'static str) -> Option<Self::Value>) -> Result<Self, MissingVariables>;
}

/// The variables that a function should have been started with and was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingVariables {
    /// The function that wants them.
    pub function: Function,
    /// Their names.
    pub names: Vec<&'static str>,
}

impl fmt::Display for MissingVariables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self
            .names
            .iter()
            .map(|name| format!("`{name}`"))
            .collect::<Vec<_>>()
            .join(", ");
        write!(
            f,
            "function `{}` lacks {names} in its environment; set them where it is deployed",
            self.function
        )
    }
}

impl std::error::Error for MissingVariables {}

/// Declares one function's environment: each field once, with its documentation and its name.
macro_rules! environment {
    ($(#[$doc:meta])* $name:ident of $function:ident { $($(#[$field_doc:meta])* $field:ident = $variable:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name<T> {
            $($(#[$field_doc])* pub $field: T,)+
        }

        impl<T> Environment for $name<T> {
            type Value = T;
            const FUNCTION: Function = Function::$function;
            const NAMES: &'static [&'static str] = &[$($variable,)+];

            fn entries(self) -> Vec<(&'static str, T)> {
                vec![$(($variable, self.$field),)+]
            }

            fn read(mut lookup: impl FnMut(&'static str) -> Option<T>) -> Result<Self, MissingVariables> {
                $(let $field = lookup($variable);)+
                let missing = [$(($variable, $field.is_none()),)+];
                match ($($field,)+) {
                    ($(Some($field),)+) => Ok(Self { $($field,)+ }),
                    _ => Err(MissingVariables {
                        function: Self::FUNCTION,
                        names: missing.into_iter().filter(|(_, missing)| *missing).map(|(name, _)| name).collect(),
                    }),
                }
            }
        }
    };
}

environment! {
    /// What `get_products` is started with.
    GetProductsEnv of GetProducts {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The origins whose pages may read the answers, with commas between them.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// What `get_product` is started with.
    GetProductEnv of GetProduct {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The origins whose pages may read the answers, with commas between them.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// What `create_order` is started with.
    CreateOrderEnv of CreateOrder {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The ARN of the state machine of the workflow `new_order`.
        new_order_workflow = "NEW_ORDER_WORKFLOW",
        /// The origins whose pages may read the answers, with commas between them.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// What `check_order_submission` is started with.
    CheckOrderSubmissionEnv of CheckOrderSubmission {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The ARN of the state machine of the workflow `new_order`.
        new_order_workflow = "NEW_ORDER_WORKFLOW",
        /// The origins whose pages may read the answers, with commas between them.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// What `get_orders` is started with.
    GetOrdersEnv of GetOrders {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The ID of the client that an employee's token is made out to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The IANA name of the time zone that days are counted in.
        time_zone = "TIME_ZONE",
        /// The origins whose pages may read the answers, with commas between them.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `get_orders_summary`.
    GetOrdersSummaryEnv of GetOrdersSummary {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The ID of the client that an employee's token is made out to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The IANA name of the time zone that days are counted in.
        time_zone = "TIME_ZONE",
        /// The origins whose pages may read the answers, with commas between them.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// What `get_order` is started with.
    GetOrderEnv of GetOrder {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The ID of the client that an employee's token is made out to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The origins whose pages may read the answers, with commas between them.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// What the task `new_order` is started with.
    NewOrderEnv of NewOrder {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
    }
}

environment! {
    /// What the task `update_inventory` is started with.
    UpdateInventoryEnv of UpdateInventory {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
    }
}

environment! {
    /// The variables of `sweep_orders`.
    SweepOrdersEnv of SweepOrders {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The ARN of the state machine that processes orders.
        new_order_workflow = "NEW_ORDER_WORKFLOW",
        /// How many minutes an order may be pending before its execution is looked up.
        pending_minutes = "PENDING_MINUTES",
    }
}

environment! {
    /// What `exchange_tokens` is started with.
    ExchangeTokensEnv of ExchangeTokens {
        /// Where the user pool answers OAuth 2.0 grants.
        token_endpoint = "TOKEN_ENDPOINT",
        /// The ID of the user pool's client that the site is.
        user_pool_client = "USER_POOL_CLIENT",
        /// The addresses that a sign-in may come back to, with commas between them.
        redirect_uris = "REDIRECT_URIS",
        /// The origins whose pages may read the answers, with commas between them.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// What `create_report` is started with.
    CreateReportEnv of CreateReport {
        /// The ARN of the state machine of the workflow `generate_report`.
        generate_report_workflow = "GENERATE_REPORT_WORKFLOW",
        /// Where the user pool tells who a token was made out to.
        user_info_endpoint = "USER_INFO_ENDPOINT",
        /// The client of the user pool that the site signs in with.
        user_pool_client = "USER_POOL_CLIENT",
        /// The IANA name of the time zone that days are counted in and times are shown in.
        time_zone = "TIME_ZONE",
        /// The origins whose pages may read the answers, with commas between them.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// What `check_report_submission` is started with.
    CheckReportSubmissionEnv of CheckReportSubmission {
        /// The ARN of the state machine of the workflow `generate_report`.
        generate_report_workflow = "GENERATE_REPORT_WORKFLOW",
        /// The client of the user pool that the site signs in with.
        user_pool_client = "USER_POOL_CLIENT",
        /// The origins whose pages may read the answers, with commas between them.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// What the task `prepare_orders_report_data` is started with.
    PrepareOrdersReportDataEnv of PrepareOrdersReportData {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The name of the bucket of the reports.
        reports_bucket = "REPORTS_BUCKET",
        /// The IANA name of the time zone that days are counted in and times are shown in.
        time_zone = "TIME_ZONE",
    }
}

environment! {
    /// What the task `prepare_orders_report_html` is started with.
    PrepareOrdersReportHtmlEnv of PrepareOrdersReportHtml {
        /// The name of the bucket of the reports.
        reports_bucket = "REPORTS_BUCKET",
        /// What people call the environment that the report is of.
        environment = "ENVIRONMENT_NAME",
        /// The IANA name of the time zone that days are counted in and times are shown in.
        time_zone = "TIME_ZONE",
    }
}

environment! {
    /// What the task `prepare_products_report_data` is started with.
    PrepareProductsReportDataEnv of PrepareProductsReportData {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The name of the bucket of the reports.
        reports_bucket = "REPORTS_BUCKET",
    }
}

environment! {
    /// What the task `prepare_products_report_html` is started with.
    PrepareProductsReportHtmlEnv of PrepareProductsReportHtml {
        /// The name of the bucket of the reports.
        reports_bucket = "REPORTS_BUCKET",
        /// What people call the environment that the report is of.
        environment = "ENVIRONMENT_NAME",
        /// The IANA name of the time zone that days are counted in and times are shown in.
        time_zone = "TIME_ZONE",
    }
}

environment! {
    /// What the task `generate_presigned_url` is started with.
    GeneratePresignedUrlEnv of GeneratePresignedUrl {
        /// The name of the bucket of the reports.
        reports_bucket = "REPORTS_BUCKET",
        /// What people call the environment that the report is of.
        environment = "ENVIRONMENT_NAME",
        /// The ARN of the role that the links are signed as.
        reader_role = "READER_ROLE",
        /// How many minutes a link opens its page.
        link_minutes = "LINK_MINUTES",
        /// Where the mail goes, with commas between.
        recipients = "RECIPIENTS",
        /// The IANA name of the time zone that days are counted in and times are shown in.
        time_zone = "TIME_ZONE",
        /// The origin of the site, which has a page for each report.
        site_origin = "SITE_ORIGIN",
    }
}

environment! {
    /// The variables of `get_report`.
    GetReportEnv of GetReport {
        /// The name of the bucket of the reports.
        reports_bucket = "REPORTS_BUCKET",
        /// The ARN of the role that the links are signed as.
        reader_role = "READER_ROLE",
        /// How many minutes a link opens its page.
        link_minutes = "LINK_MINUTES",
        /// The client of the user pool that the site signs in with.
        user_pool_client = "USER_POOL_CLIENT",
        /// The origins whose pages may read the answers, with commas between them.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn what_the_stack_writes_is_what_the_handler_reads() {
        let written = GetProductsEnv {
            products_table: "t".to_owned(),
            allowed_origins: "o".to_owned(),
        };
        let process: BTreeMap<_, _> = written.clone().entries().into_iter().collect();
        assert_eq!(
            GetProductsEnv::read(|name| process.get(name).cloned()),
            Ok(written)
        );
        assert!(
            process.keys().eq(GetProductsEnv::<String>::NAMES
                .iter()
                .collect::<std::collections::BTreeSet<_>>())
        );
    }

    #[test]
    fn every_missing_name_is_reported_at_once() {
        let error = GetProductsEnv::<String>::read(|_| None).unwrap_err();
        assert_eq!(
            error.to_string(),
            "function `get_products` lacks `PRODUCTS_TABLE`, `ALLOWED_ORIGINS` in its environment; \
             set them where it is deployed"
        );
    }
}
