//! The functions of the shop and the microservice each belongs to. A new function is one line.

use std::fmt;

/// Declares [`Function`]: one line a function, so that name and microservice cannot be forgotten.
macro_rules! functions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal in $microservice:ident,)+) => {
        /// A Lambda function of the shop.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Function {
            $($(#[$doc])* $variant,)+
        }

        impl Function {
            /// Every function, in the order of the design.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name: what the stack configures as the function's handler, and what the binary picks by.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// The microservice whose binary holds the handler.
            pub const fn microservice(self) -> Microservice {
                match self {
                    $(Self::$variant => Microservice::$microservice,)+
                }
            }
        }
    };
}

functions! {
    /// Lists the catalogue, a page at a time.
    GetProducts = "get_products" in Products,
    /// Answers one product.
    GetProduct = "get_product" in Products,
    /// Takes an order in and starts the workflow `new_order`.
    CreateOrder = "create_order" in Orders,
    /// Answers how far a submitted order has come.
    CheckOrderSubmission = "check_order_submission" in Orders,
    /// Lists the orders, a page at a time.
    GetOrders = "get_orders" in Orders,
    /// Adds up the orders of one day.
    GetOrdersSummary = "get_orders_summary" in Orders,
    /// Answers one order.
    GetOrder = "get_order" in Orders,
    /// Writes an order with the prices of the moment; a task of the workflow `new_order`.
    NewOrder = "new_order" in Orders,
    /// Takes an order's stock and confirms it, or rejects it; a task of the workflow `new_order`.
    UpdateInventory = "update_inventory" in Orders,
    /// Rejects orders that stayed pending after their execution ended; runs on a schedule.
    SweepOrders = "sweep_orders" in Orders,
    /// Starts the workflow `generate_report`, or finds the one that runs already.
    CreateReport = "create_report" in Reports,
    /// Answers how far a report has come.
    CheckReportSubmission = "check_report_submission" in Reports,
    /// Answers fresh links to a report.
    GetReport = "get_report" in Reports,
    /// Reads the orders and adds them up; a task of the workflow `generate_report`.
    PrepareOrdersReportData = "prepare_orders_report_data" in Reports,
    /// Writes the page about the orders; a task of the workflow `generate_report`.
    PrepareOrdersReportHtml = "prepare_orders_report_html" in Reports,
    /// Reads the products and adds up what was sold of them; a task of the workflow `generate_report`.
    PrepareProductsReportData = "prepare_products_report_data" in Reports,
    /// Writes the page about the products; a task of the workflow `generate_report`.
    PrepareProductsReportHtml = "prepare_products_report_html" in Reports,
    /// Makes the links to the pages and writes the mail about them; a task of the workflow `generate_report`.
    GeneratePresignedUrl = "generate_presigned_url" in Reports,
    /// Exchanges what the sign-in page sent back, or a refresh token, for tokens.
    ExchangeTokens = "exchange_tokens" in Auth,
}

impl fmt::Display for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Functions that share a binary, and so are built, packaged and shipped together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Microservice {
    /// The catalogue.
    Products,
    /// Orders, from the request to the confirmation.
    Orders,
    /// Reports, from the request to the mail.
    Reports,
    /// The sign-in of employees.
    Auth,
}

impl Microservice {
    /// Every microservice.
    pub const ALL: &'static [Self] = &[Self::Products, Self::Orders, Self::Reports, Self::Auth];

    /// The name in the stack, where it names the package of code: `Products`.
    pub const fn name(self) -> &'static str {
        self.row().0
    }

    /// The binary that cargo builds and Lambda starts.
    pub const fn binary(self) -> &'static str {
        self.row().1
    }

    /// The cargo package that the binary comes from.
    pub const fn cargo_package(self) -> &'static str {
        self.row().2
    }

    /// The functions that the binary holds.
    pub fn functions(self) -> impl Iterator<Item = Function> {
        Function::ALL
            .iter()
            .copied()
            .filter(move |function| function.microservice() == self)
    }

    const fn row(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Products => ("Products", "products", "shop-products"),
            Self::Orders => ("Orders", "orders", "shop-orders"),
            Self::Reports => ("Reports", "reports", "shop-reports"),
            Self::Auth => ("Auth", "auth", "shop-auth"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_functions_share_a_name() {
        let names: BTreeSet<_> = Function::ALL.iter().map(|function| function.name()).collect();
        assert_eq!(names.len(), Function::ALL.len());
    }

    #[test]
    fn every_microservice_holds_a_function() {
        for &microservice in Microservice::ALL {
            assert!(microservice.functions().next().is_some(), "{microservice:?}");
        }
    }
}
