//! The environment variables of each function: one struct, which the stack fills with CloudFormation values and the
//! handler reads as strings. A variable that only one side knows does not compile.
//!
//! Nothing here reads the process's environment; the runtime passes the look-up in.

use std::fmt;

use crate::Function;

/// The environment variables of one function. Their values are strings in the handler, and CloudFormation values in the
/// stack.
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
/// A missing variable does not compile:
///
/// ```compile_fail,E0063
/// use shop_contract::GetProductEnv;
///
/// let env = GetProductEnv { products_table: "Products-1" };
/// ```
pub trait Environment: Sized {
    /// The type of a variable's value.
    type Value;

    /// The function that has these variables.
    const FUNCTION: Function;

    /// The names of the variables.
    const NAMES: &'static [&'static str];

    /// The variables by name, in the order of their declaration.
    fn entries(self) -> Vec<(&'static str, Self::Value)>;

    /// Looks up every variable. The error names all missing variables.
    fn read(lookup: impl FnMut(&'static str) -> Option<Self::Value>) -> Result<Self, MissingVariables>;
}

/// The environment variables that a function needs and does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingVariables {
    /// The function that needs them.
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
            "function `{}` needs {names} in its environment; set them where it is deployed",
            self.function
        )
    }
}

impl std::error::Error for MissingVariables {}

/// Declares the environment of one function. Each field has its documentation and its variable's name.
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

/// The environment of a function that handles an HTTP operation.
pub trait HttpEnvironment: Environment {
    /// The origins whose pages may read the responses, separated by commas.
    fn allowed_origins(&self) -> &Self::Value;
}

/// The environment of a function that handles an HTTP operation for employees.
pub trait EmployeeEnvironment: HttpEnvironment {
    /// The ID of the user pool client that an employee's token must be issued to.
    fn user_pool_client(&self) -> &Self::Value;
}

macro_rules! http_environments {
    ($($name:ident,)+) => {
        $(
            impl<T> HttpEnvironment for $name<T> {
                fn allowed_origins(&self) -> &T {
                    &self.allowed_origins
                }
            }
        )+
    };
}

macro_rules! employee_environments {
    ($($name:ident,)+) => {
        http_environments! { $($name,)+ }
        $(
            impl<T> EmployeeEnvironment for $name<T> {
                fn user_pool_client(&self) -> &T {
                    &self.user_pool_client
                }
            }
        )+
    };
}

http_environments! {
    GetProductsEnv,
    GetProductEnv,
    CreateOrderEnv,
    CheckOrderSubmissionEnv,
    ExchangeTokensEnv,
}

employee_environments! {
    GetInventoryEnv,
    AdjustStockEnv,
    GetProductHistoryEnv,
    GetOrdersEnv,
    GetOrdersSummaryEnv,
    GetOrderEnv,
    TransitionOrderEnv,
    RefundOrderEnv,
    AddOrderNoteEnv,
    CreateReportEnv,
    CheckReportSubmissionEnv,
    GetReportEnv,
}

environment! {
    /// The variables of `get_products`.
    GetProductsEnv of GetProducts {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `get_product`.
    GetProductEnv of GetProduct {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `get_inventory`.
    GetInventoryEnv of GetInventory {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The ID of the user pool client that an employee's token must be issued to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `adjust_stock`.
    AdjustStockEnv of AdjustStock {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The name of the table of the products' history.
        product_history_table = "PRODUCT_HISTORY_TABLE",
        /// The ID of the user pool client that an employee's token must be issued to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `get_product_history`.
    GetProductHistoryEnv of GetProductHistory {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The name of the table of the products' history.
        product_history_table = "PRODUCT_HISTORY_TABLE",
        /// The ID of the user pool client that an employee's token must be issued to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `create_order`.
    CreateOrderEnv of CreateOrder {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The ARN of the state machine of the workflow `new_order`.
        new_order_workflow = "NEW_ORDER_WORKFLOW",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `check_order_submission`.
    CheckOrderSubmissionEnv of CheckOrderSubmission {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The ARN of the state machine of the workflow `new_order`.
        new_order_workflow = "NEW_ORDER_WORKFLOW",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `get_orders`.
    GetOrdersEnv of GetOrders {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The ID of the user pool client that an employee's token must be issued to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The IANA name of the time zone that defines days.
        time_zone = "TIME_ZONE",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `get_orders_summary`.
    GetOrdersSummaryEnv of GetOrdersSummary {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The ID of the user pool client that an employee's token must be issued to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The IANA name of the time zone that defines days.
        time_zone = "TIME_ZONE",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `get_order`.
    GetOrderEnv of GetOrder {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The ID of the user pool client that an employee's token must be issued to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `transition_order`.
    TransitionOrderEnv of TransitionOrder {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The ID of the user pool client that an employee's token must be issued to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `refund_order`.
    RefundOrderEnv of RefundOrder {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The ID of the user pool client that an employee's token must be issued to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `add_order_note`.
    AddOrderNoteEnv of AddOrderNote {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The ID of the user pool client that an employee's token must be issued to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of the task `new_order`.
    NewOrderEnv of NewOrder {
        /// The name of the products table.
        products_table = "PRODUCTS_TABLE",
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
    }
}

environment! {
    /// The variables of the task `update_inventory`.
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
        /// The hours of the day in which orders are expected: [`ExpectedHours`](crate::ExpectedHours).
        expected_hours = "EXPECTED_HOURS",
        /// The IANA name of the shop's time zone.
        time_zone = "TIME_ZONE",
    }
}

environment! {
    /// The variables of `exchange_tokens`.
    ExchangeTokensEnv of ExchangeTokens {
        /// The URL of the user pool's OAuth 2.0 token endpoint.
        token_endpoint = "TOKEN_ENDPOINT",
        /// The ID of the site's user pool client.
        user_pool_client = "USER_POOL_CLIENT",
        /// The allowed redirect URIs, separated by commas.
        redirect_uris = "REDIRECT_URIS",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `create_report`.
    CreateReportEnv of CreateReport {
        /// The ARN of the state machine of the workflow `generate_report`.
        generate_report_workflow = "GENERATE_REPORT_WORKFLOW",
        /// The URL of the user pool's `userInfo` endpoint.
        user_info_endpoint = "USER_INFO_ENDPOINT",
        /// The ID of the user pool client that an employee's token must be issued to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The IANA name of the time zone of days and times in reports.
        time_zone = "TIME_ZONE",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of `check_report_submission`.
    CheckReportSubmissionEnv of CheckReportSubmission {
        /// The ARN of the state machine of the workflow `generate_report`.
        generate_report_workflow = "GENERATE_REPORT_WORKFLOW",
        /// The ID of the user pool client that an employee's token must be issued to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The origins whose pages may read the responses, separated by commas.
        allowed_origins = "ALLOWED_ORIGINS",
    }
}

environment! {
    /// The variables of the task `prepare_orders_report_data`.
    PrepareOrdersReportDataEnv of PrepareOrdersReportData {
        /// The name of the orders table.
        orders_table = "ORDERS_TABLE",
        /// The name of the bucket of the reports.
        reports_bucket = "REPORTS_BUCKET",
        /// The IANA name of the time zone of days and times in reports.
        time_zone = "TIME_ZONE",
    }
}

environment! {
    /// The variables of the task `prepare_orders_report_html`.
    PrepareOrdersReportHtmlEnv of PrepareOrdersReportHtml {
        /// The name of the bucket of the reports.
        reports_bucket = "REPORTS_BUCKET",
        /// The display name of the environment.
        environment = "ENVIRONMENT_NAME",
        /// The IANA name of the time zone of days and times in reports.
        time_zone = "TIME_ZONE",
    }
}

environment! {
    /// The variables of the task `prepare_products_report_data`.
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
    /// The variables of the task `prepare_products_report_html`.
    PrepareProductsReportHtmlEnv of PrepareProductsReportHtml {
        /// The name of the bucket of the reports.
        reports_bucket = "REPORTS_BUCKET",
        /// The display name of the environment.
        environment = "ENVIRONMENT_NAME",
        /// The IANA name of the time zone of days and times in reports.
        time_zone = "TIME_ZONE",
    }
}

environment! {
    /// The variables of the task `generate_presigned_url`.
    GeneratePresignedUrlEnv of GeneratePresignedUrl {
        /// The name of the bucket of the reports.
        reports_bucket = "REPORTS_BUCKET",
        /// The display name of the environment.
        environment = "ENVIRONMENT_NAME",
        /// The ARN of the role whose credentials sign the links.
        reader_role = "READER_ROLE",
        /// For how many minutes a link is valid.
        link_minutes = "LINK_MINUTES",
        /// The subscribers' addresses, separated by commas.
        recipients = "RECIPIENTS",
        /// The IANA name of the time zone of days and times in reports.
        time_zone = "TIME_ZONE",
        /// The origin of the site.
        site_origin = "SITE_ORIGIN",
    }
}

environment! {
    /// The variables of `get_report`.
    GetReportEnv of GetReport {
        /// The name of the bucket of the reports.
        reports_bucket = "REPORTS_BUCKET",
        /// The ARN of the role whose credentials sign the links.
        reader_role = "READER_ROLE",
        /// For how many minutes a link is valid.
        link_minutes = "LINK_MINUTES",
        /// The ID of the user pool client that an employee's token must be issued to.
        user_pool_client = "USER_POOL_CLIENT",
        /// The origins whose pages may read the responses, separated by commas.
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
            "function `get_products` needs `PRODUCTS_TABLE`, `ALLOWED_ORIGINS` in its environment; \
             set them where it is deployed"
        );
    }
}
