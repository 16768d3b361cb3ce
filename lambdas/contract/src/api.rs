//! The operations of the HTTP API, in one table. The stack creates routes from it and [`crate::openapi`] the document.
//!
//! Each operation is also a type, an [`Endpoint`]. A handler names its endpoint, and with it who may call it: the
//! runtime checks the caller before it calls the handler.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    AddOrderNoteEnv, AdjustStockEnv, AdjustStockHeaders, CheckOrderSubmissionEnv, CheckOrderSubmissionPath,
    CheckReportSubmissionEnv, CheckReportSubmissionPath, CreateOrderEnv, CreateOrderHeaders, CreateReportEnv,
    CreateReportQuery, CreatedOrder, CreatedReport, DaySummary, Environment, ExchangeToken,
    ExchangeTokensEnv, Function, GetInventoryEnv, GetOrderEnv, GetOrdersEnv, GetOrdersSummaryEnv,
    GetOrdersSummaryQuery, GetProductEnv, GetProductHistoryEnv, GetProductsEnv, GetReportEnv,
    HttpEnvironment, IdempotencyHeaders, InventoryItem, InventoryPage, ListOrdersQuery, NewNote, NewOrder,
    NewRefund, Order, OrderPage, OrderPath, PageQuery, ProblemKind, Product, ProductHistoryPage, ProductPage,
    ProductPath, RefundOrderEnv, ReportLinks, ReportPath, ReportStatus, StockAdjustment, SubmissionStatus,
    Tokens, Transition, TransitionOrderEnv,
    schema::{Parameter, TypeSchema},
    sign_in::{MANAGER_GROUP, STAFF_GROUP},
};

/// The name of the API's stage: the first segment of every path.
pub const STAGE: &str = "v1";

/// Declares the endpoints and the table of their operations: an endpoint cannot be missing from the table, and its
/// access and function cannot differ from those of its type.
macro_rules! operations {
    ($($name:ident: $environment:ident, $access:ident {
        success: $success:ident($($part:tt)+),
        $($field:ident: $value:expr,)+
    })+) => {
        /// Every operation.
        pub const OPERATIONS: &[Operation] = &[$($name::OPERATION,)+];

        $(
            #[doc = concat!("The operation that [`Function::", stringify!($name), "`] handles.")]
            #[derive(Debug)]
            pub enum $name {}

            impl Endpoint for $name {
                type Access = $access;
                type Env = $environment<String>;
                type Success = operations!(@type $success $($part)+);
                const OPERATION: Operation = Operation {
                    function: <$environment<String> as Environment>::FUNCTION,
                    access: <$access as AccessRule>::ACCESS,
                    success: operations!(@value $success $($part)+),
                    $($field: $value,)+
                };
            }
        )+
    };
    (@type json $status:literal, $body:ty, $description:literal) => { $body };
    (@type no_content $description:literal) => { () };
    (@value json $status:literal, $body:ty, $description:literal) => {
        Success::json::<$body>($status, $description)
    };
    (@value no_content $description:literal) => { Success::no_content($description) };
}

operations! {
    GetProducts: GetProductsEnv, Public {
        success: json(200, ProductPage, "A page of products"),
        method: Method::Get,
        path: "/products",
        summary: "List the catalogue by name, one page at a time",
        inputs: Inputs::NONE.query::<PageQuery>(),
        problems: &[ProblemKind::InvalidRequest],
    }
    GetProduct: GetProductEnv, Public {
        success: json(200, Product, "The product"),
        method: Method::Get,
        path: "/products/{id}",
        summary: "Get one product",
        inputs: Inputs::NONE.path::<ProductPath>(),
        problems: &[ProblemKind::NotFound],
    }
    GetInventory: GetInventoryEnv, Staff {
        success: json(200, InventoryPage, "A page of the inventory"),
        method: Method::Get,
        path: "/inventory",
        summary: "List the stock of all products, on sale or not, the lowest first, one page at a time",
        inputs: Inputs::NONE.query::<PageQuery>(),
        problems: &[ProblemKind::InvalidRequest],
    }
    AdjustStock: AdjustStockEnv, Staff {
        success: json(200, InventoryItem, "The product with its stock"),
        method: Method::Post,
        path: "/products/{id}/stock",
        summary: "Adjust the stock of a product by a difference",
        inputs: Inputs::NONE
            .path::<ProductPath>()
            .headers::<AdjustStockHeaders>()
            .body::<StockAdjustment>(),
        problems: &[
            ProblemKind::InvalidRequest,
            ProblemKind::NotFound,
            ProblemKind::StockConflict,
            ProblemKind::TooLarge,
            ProblemKind::UnsupportedMediaType,
            ProblemKind::IdempotencyConflict,
        ],
    }
    GetProductHistory: GetProductHistoryEnv, Staff {
        success: json(200, ProductHistoryPage, "A page of the history"),
        method: Method::Get,
        path: "/products/{id}/history",
        summary: "List the changes of a product by employees, newest first, one page at a time",
        inputs: Inputs::NONE.path::<ProductPath>().query::<PageQuery>(),
        problems: &[ProblemKind::InvalidRequest, ProblemKind::NotFound],
    }
    CreateOrder: CreateOrderEnv, Public {
        success: json(202, CreatedOrder, "The order was accepted and is being processed"),
        method: Method::Post,
        path: "/orders",
        summary: "Place an order at the agreed total. The order is processed asynchronously; poll its status",
        inputs: Inputs::NONE.headers::<CreateOrderHeaders>().body::<NewOrder>(),
        problems: &[
            ProblemKind::InvalidRequest,
            ProblemKind::PriceChanged,
            ProblemKind::TooLarge,
            ProblemKind::UnsupportedMediaType,
            ProblemKind::IdempotencyConflict,
        ],
    }
    CheckOrderSubmission: CheckOrderSubmissionEnv, Public {
        success: json(200, SubmissionStatus, "The order and its status"),
        method: Method::Get,
        path: "/orders/status/{executionArn}",
        summary: "Get an order and its status. Anyone who has the order's link may call this",
        inputs: Inputs::NONE.path::<CheckOrderSubmissionPath>(),
        problems: &[ProblemKind::InvalidRequest, ProblemKind::NotFound],
    }
    GetOrders: GetOrdersEnv, Staff {
        success: json(200, OrderPage, "A page of orders"),
        method: Method::Get,
        path: "/orders",
        summary: "List the orders, newest first, one page at a time",
        inputs: Inputs::NONE.query::<ListOrdersQuery>(),
        problems: &[ProblemKind::InvalidRequest],
    }
    GetOrdersSummary: GetOrdersSummaryEnv, Staff {
        success: json(200, DaySummary, "The summary"),
        method: Method::Get,
        path: "/orders/summary",
        summary: "Summarize the orders of one day in the shop's time zone",
        inputs: Inputs::NONE.query::<GetOrdersSummaryQuery>(),
        problems: &[ProblemKind::InvalidRequest],
    }
    GetOrder: GetOrderEnv, Staff {
        success: json(200, Order, "The order"),
        method: Method::Get,
        path: "/orders/{id}",
        summary: "Get one order",
        inputs: Inputs::NONE.path::<OrderPath>(),
        problems: &[ProblemKind::NotFound],
    }
    TransitionOrder: TransitionOrderEnv, Staff {
        success: json(200, Order, "The order"),
        method: Method::Post,
        path: "/orders/{id}/transitions",
        summary: "Pack, ship, deliver or cancel an order. A repeated request changes nothing",
        inputs: Inputs::NONE.path::<OrderPath>().body::<Transition>(),
        problems: &[
            ProblemKind::InvalidRequest,
            ProblemKind::NotFound,
            ProblemKind::OrderConflict,
            ProblemKind::TooLarge,
            ProblemKind::UnsupportedMediaType,
        ],
    }
    RefundOrder: RefundOrderEnv, Manager {
        success: json(200, Order, "The order"),
        method: Method::Post,
        path: "/orders/{id}/refunds",
        summary: "Record a refund of an order that is cancelled, shipped or delivered. The shop does not move the money",
        inputs: Inputs::NONE
            .path::<OrderPath>()
            .headers::<IdempotencyHeaders>()
            .body::<NewRefund>(),
        problems: &[
            ProblemKind::InvalidRequest,
            ProblemKind::NotFound,
            ProblemKind::OrderConflict,
            ProblemKind::TooLarge,
            ProblemKind::UnsupportedMediaType,
            ProblemKind::IdempotencyConflict,
        ],
    }
    AddOrderNote: AddOrderNoteEnv, Staff {
        success: json(200, Order, "The order"),
        method: Method::Post,
        path: "/orders/{id}/notes",
        summary: "Add a note to an order, for employees",
        inputs: Inputs::NONE
            .path::<OrderPath>()
            .headers::<IdempotencyHeaders>()
            .body::<NewNote>(),
        problems: &[
            ProblemKind::InvalidRequest,
            ProblemKind::NotFound,
            ProblemKind::OrderConflict,
            ProblemKind::TooLarge,
            ProblemKind::UnsupportedMediaType,
            ProblemKind::IdempotencyConflict,
        ],
    }
    ExchangeTokens: ExchangeTokensEnv, Public {
        success: json(200, Tokens, "The tokens"),
        method: Method::Post,
        path: "/exchange-token",
        summary: "Exchange an authorization code or a refresh token for tokens",
        inputs: Inputs::NONE.body::<ExchangeToken>(),
        problems: &[
            ProblemKind::InvalidRequest,
            ProblemKind::InvalidGrant,
            ProblemKind::TooLarge,
            ProblemKind::UnsupportedMediaType,
            ProblemKind::BadGateway,
        ],
    }
    CreateReport: CreateReportEnv, Staff {
        success: json(202, CreatedReport, "The report is being created"),
        method: Method::Post,
        path: "/create_report",
        summary: "Create a report on a period and email it. Each employee has at most one report in progress. \
                  The request has no body",
        inputs: Inputs::NONE.query::<CreateReportQuery>(),
        problems: &[ProblemKind::InvalidRequest],
    }
    CheckReportSubmission: CheckReportSubmissionEnv, Staff {
        success: json(200, ReportStatus, "The progress"),
        method: Method::Get,
        path: "/create_report/status/{executionArn}",
        summary: "Get the progress of a report",
        inputs: Inputs::NONE.path::<CheckReportSubmissionPath>(),
        problems: &[ProblemKind::InvalidRequest, ProblemKind::NotFound],
    }
    GetReport: GetReportEnv, Staff {
        success: json(200, ReportLinks, "The links"),
        method: Method::Get,
        path: "/reports/{id}",
        summary: "Get new links to a report that has not been deleted yet",
        inputs: Inputs::NONE.path::<ReportPath>(),
        problems: &[ProblemKind::NotFound],
    }
}

/// An operation as a type.
pub trait Endpoint {
    /// Who may call it.
    type Access: AccessRule;

    /// The environment of its function.
    type Env: HttpEnvironment<Value = String>;

    /// The body of the response to a request that succeeds; `()` if it has no body.
    type Success: Serialize;

    /// Its row in [`OPERATIONS`].
    const OPERATION: Operation;
}

/// Who may call an operation, as a type.
pub trait AccessRule {
    /// The same as a value.
    const ACCESS: Access;
}

/// Anyone may call: [`Access::Public`].
#[derive(Debug)]
pub enum Public {}

impl AccessRule for Public {
    const ACCESS: Access = Access::Public;
}

/// Only staff and managers may call: [`Access::Staff`].
#[derive(Debug)]
pub enum Staff {}

impl AccessRule for Staff {
    const ACCESS: Access = Access::Staff;
}

/// Only managers may call: [`Access::Manager`].
#[derive(Debug)]
pub enum Manager {}

impl AccessRule for Manager {
    const ACCESS: Access = Access::Manager;
}

/// The problems that every operation may return.
pub const COMMON_PROBLEMS: &[ProblemKind] = &[
    ProblemKind::TooManyRequests,
    ProblemKind::Internal,
    ProblemKind::Unavailable,
    ProblemKind::Timeout,
];

/// One operation: a method on a path.
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    /// The HTTP method.
    pub method: Method,
    /// The path below the stage, with `{name}` for a parameter.
    pub path: &'static str,
    /// The function that handles it.
    pub function: Function,
    /// Who may call it.
    pub access: Access,
    /// A one-line description.
    pub summary: &'static str,
    /// What a request consists of.
    pub inputs: Inputs,
    /// The response to a request that succeeds.
    pub success: Success,
    /// The problems of this operation, in addition to [`COMMON_PROBLEMS`] and those of its [`Access`].
    pub problems: &'static [ProblemKind],
}

impl Operation {
    /// The problems that this operation may return, by status.
    pub fn all_problems(&self) -> Vec<ProblemKind> {
        let mut problems: Vec<_> = self.problems().collect();
        problems.sort_by_key(|problem| problem.status());
        problems
    }

    /// Whether the operation may respond with this status.
    pub fn declares(&self, status: u16) -> bool {
        status == self.success.status || self.problems().any(|problem| problem.status() == status)
    }

    fn problems(&self) -> impl Iterator<Item = ProblemKind> {
        let all = [self.problems, self.access.problems(), COMMON_PROBLEMS];
        all.into_iter().flatten().copied()
    }
}

/// The parts of a request that an operation reads.
#[derive(Debug, Clone, Copy)]
pub struct Inputs {
    path: Option<TypeSchema>,
    query: Option<TypeSchema>,
    headers: Option<TypeSchema>,
    body: Option<TypeSchema>,
}

impl Inputs {
    /// Nothing but the method and the path.
    pub const NONE: Self = Self {
        path: None,
        query: None,
        headers: None,
        body: None,
    };

    /// The same, with the fields of `T` as path parameters.
    #[must_use]
    pub const fn path<T: JsonSchema>(mut self) -> Self {
        self.path = Some(TypeSchema::new::<T>());
        self
    }

    /// The same, with the fields of `T` as query parameters.
    #[must_use]
    pub const fn query<T: JsonSchema>(mut self) -> Self {
        self.query = Some(TypeSchema::new::<T>());
        self
    }

    /// The same, with the fields of `T` as headers.
    #[must_use]
    pub const fn headers<T: JsonSchema>(mut self) -> Self {
        self.headers = Some(TypeSchema::new::<T>());
        self
    }

    /// The same, with a body of the type `T`.
    #[must_use]
    pub const fn body<T: JsonSchema>(mut self) -> Self {
        self.body = Some(TypeSchema::new::<T>());
        self
    }

    /// The path parameters.
    pub fn path_parameters(&self) -> Vec<Parameter> {
        self.path.map(TypeSchema::parameters).unwrap_or_default()
    }

    /// The query parameters.
    pub fn query_parameters(&self) -> Vec<Parameter> {
        self.query.map(TypeSchema::parameters).unwrap_or_default()
    }

    /// The headers.
    pub fn header_parameters(&self) -> Vec<Parameter> {
        self.headers.map(TypeSchema::parameters).unwrap_or_default()
    }

    /// The type of the body, if there is one.
    pub const fn body_schema(&self) -> Option<TypeSchema> {
        self.body
    }
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates or starts something.
    Post,
    /// Replaces, or creates at a known address.
    Put,
    /// Changes a part.
    Patch,
    /// Deletes.
    Delete,
}

impl Method {
    /// The method as HTTP writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// Who may call an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// Anyone.
    Public,
    /// A signed-in employee in the group of staff or of managers.
    Staff,
    /// A signed-in employee in the group of managers.
    Manager,
}

impl Access {
    /// Whether the caller must be a signed-in employee.
    pub const fn requires_employee(self) -> bool {
        self.group().is_some()
    }

    /// The lowest group whose members may call; none if anyone may.
    pub const fn group(self) -> Option<&'static str> {
        match self {
            Self::Public => None,
            Self::Staff => Some(STAFF_GROUP),
            Self::Manager => Some(MANAGER_GROUP),
        }
    }

    /// The problems that a caller without access gets.
    const fn problems(self) -> &'static [ProblemKind] {
        match self {
            Self::Public => &[],
            Self::Staff | Self::Manager => &[ProblemKind::Unauthorized, ProblemKind::Forbidden],
        }
    }
}

/// The response to a request that succeeds: JSON, or nothing at all.
#[derive(Debug, Clone, Copy)]
pub struct Success {
    status: u16,
    description: &'static str,
    body: Option<TypeSchema>,
}

impl Success {
    /// A response with a body of the type `T`.
    ///
    /// # Panics
    /// When the status is not one of success, or one whose response has no body. In a constant this is a compile error.
    pub const fn json<T: JsonSchema>(status: u16, description: &'static str) -> Self {
        assert!(
            200 <= status && status < 300 && status != NO_CONTENT && status != 205,
            "expected a status of success whose response has a body"
        );
        Self {
            status,
            description,
            body: Some(TypeSchema::new::<T>()),
        }
    }

    /// A response without a body: 204.
    pub const fn no_content(description: &'static str) -> Self {
        Self {
            status: NO_CONTENT,
            description,
            body: None,
        }
    }

    /// The HTTP status.
    pub const fn status(self) -> u16 {
        self.status
    }

    /// A one-line description.
    pub const fn description(self) -> &'static str {
        self.description
    }

    /// The type of the body; none for a response without a body.
    pub const fn body(self) -> Option<TypeSchema> {
        self.body
    }
}

const NO_CONTENT: u16 = 204;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_operations_share_a_method_and_path() {
        let routes: BTreeSet<_> = OPERATIONS
            .iter()
            .map(|operation| (operation.path, operation.method))
            .collect();
        assert_eq!(routes.len(), OPERATIONS.len());
    }

    /// A new public operation has to be added here too, so that none becomes public by mistake.
    #[test]
    fn only_these_operations_are_public() {
        let public: Vec<_> = OPERATIONS
            .iter()
            .filter(|operation| operation.access == Access::Public)
            .map(|operation| operation.function)
            .collect();
        assert_eq!(
            public,
            [
                Function::GetProducts,
                Function::GetProduct,
                Function::CreateOrder,
                Function::CheckOrderSubmission,
                Function::ExchangeTokens,
            ]
        );
    }

    #[test]
    fn a_path_names_exactly_the_parameters_of_its_type() {
        for operation in OPERATIONS {
            let in_path: Vec<_> = operation
                .path
                .split('/')
                .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
                .map(str::to_owned)
                .collect();
            let in_type: Vec<_> = operation
                .inputs
                .path_parameters()
                .into_iter()
                .map(|parameter| parameter.name)
                .collect();
            assert_eq!(in_path, in_type, "{}", operation.path);
        }
    }

    #[test]
    fn an_operation_declares_its_success_and_its_problems() {
        for operation in OPERATIONS {
            let declared = [operation.success.status(), 429, 500, 503, 504];
            assert!(declared.into_iter().all(|status| operation.declares(status)));
            assert_eq!(operation.declares(403), operation.access.requires_employee());
            assert!(!operation.declares(418));
        }
    }

    #[test]
    fn an_operation_for_employees_may_refuse_its_caller() {
        for operation in OPERATIONS {
            let refuses = operation.all_problems().contains(&ProblemKind::Forbidden);
            assert_eq!(
                refuses,
                operation.access.requires_employee(),
                "{}",
                operation.path
            );
        }
    }
}
