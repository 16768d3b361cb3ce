//! The functions of the shop and their microservices. A new function is one line.

use std::fmt;

/// Declares [`Function`]: one line per function, with its name and microservice.
macro_rules! functions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal in $microservice:ident,)+) => {
        /// A Lambda function of the shop.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Function {
            $($(#[$doc])* $variant,)+
        }

        impl Function {
            /// Every function.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name. The stack configures it as the function's handler, and the binary selects the handler by it.
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
    /// Lists the catalogue, one page at a time.
    GetProducts = "get_products" in Products,
    /// Returns one product.
    GetProduct = "get_product" in Products,
    /// Lists the stock of all products, one page at a time.
    GetInventory = "get_inventory" in Products,
    /// Adjusts the stock of a product.
    AdjustStock = "adjust_stock" in Products,
    /// Lists the changes of a product by employees, one page at a time.
    GetProductHistory = "get_product_history" in Products,
    /// Accepts an order and starts the workflow `new_order`.
    CreateOrder = "create_order" in Orders,
    /// Returns the status of a submitted order.
    CheckOrderSubmission = "check_order_submission" in Orders,
    /// Lists the orders, one page at a time.
    GetOrders = "get_orders" in Orders,
    /// Summarizes the orders of one day.
    GetOrdersSummary = "get_orders_summary" in Orders,
    /// Returns one order.
    GetOrder = "get_order" in Orders,
    /// Packs, ships, delivers or cancels an order.
    TransitionOrder = "transition_order" in Orders,
    /// Records a refund of an order.
    RefundOrder = "refund_order" in Orders,
    /// Adds a note to an order.
    AddOrderNote = "add_order_note" in Orders,
    /// Writes an order at the agreed prices; a task of the workflow `new_order`.
    NewOrder = "new_order" in Orders,
    /// Takes the stock of an order and confirms it, or rejects it; a task of the workflow `new_order`.
    UpdateInventory = "update_inventory" in Orders,
    /// Rejects orders that are still pending after their execution has ended; runs on a schedule.
    SweepOrders = "sweep_orders" in Orders,
    /// Starts the workflow `generate_report`, or returns the execution that is already running.
    CreateReport = "create_report" in Reports,
    /// Returns the progress of a report.
    CheckReportSubmission = "check_report_submission" in Reports,
    /// Returns new links to a report.
    GetReport = "get_report" in Reports,
    /// Reads and summarizes the orders; a task of the workflow `generate_report`.
    PrepareOrdersReportData = "prepare_orders_report_data" in Reports,
    /// Writes the orders page; a task of the workflow `generate_report`.
    PrepareOrdersReportHtml = "prepare_orders_report_html" in Reports,
    /// Reads the products and sums up their sales; a task of the workflow `generate_report`.
    PrepareProductsReportData = "prepare_products_report_data" in Reports,
    /// Writes the products page; a task of the workflow `generate_report`.
    PrepareProductsReportHtml = "prepare_products_report_html" in Reports,
    /// Creates the links to the pages and writes the email; a task of the workflow `generate_report`.
    GeneratePresignedUrl = "generate_presigned_url" in Reports,
    /// Exchanges an authorization code or a refresh token for tokens.
    ExchangeTokens = "exchange_tokens" in Auth,
}

impl fmt::Display for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Functions that share a binary and are deployed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Microservice {
    /// The catalogue.
    Products,
    /// Orders, from the request to the confirmation.
    Orders,
    /// Reports, from the request to the email.
    Reports,
    /// The sign-in of employees.
    Auth,
}

impl Microservice {
    /// Every microservice.
    pub const ALL: &'static [Self] = &[Self::Products, Self::Orders, Self::Reports, Self::Auth];

    /// The name of its code package in the stack: `Products`.
    pub const fn name(self) -> &'static str {
        self.row().0
    }

    /// The binary.
    pub const fn binary(self) -> &'static str {
        self.row().1
    }

    /// The Cargo package of the binary.
    pub const fn cargo_package(self) -> &'static str {
        self.row().2
    }

    /// The functions of the binary.
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
    fn every_microservice_has_a_function() {
        for &microservice in Microservice::ALL {
            assert!(microservice.functions().next().is_some(), "{microservice:?}");
        }
    }
}
