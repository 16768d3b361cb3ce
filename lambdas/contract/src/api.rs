//! The operations of the HTTP API, in one table: the stack makes routes of it, [`crate::openapi`] the document.

use crate::{
    CheckOrderSubmissionPath, CheckReportSubmissionPath, CreateOrderHeaders, CreateReportQuery, CreatedOrder,
    CreatedReport, DaySummary, ExchangeToken, Function, GetOrderPath, GetOrdersSummaryQuery, GetProductPath,
    GetReportPath, ListOrdersQuery, ListProductsQuery, NewOrder, Order, OrderPage, ProblemKind, Product,
    ProductPage, ReportLinks, ReportStatus, SubmissionStatus, Tokens,
    schema::{Parameter, TypeSchema},
};

/// The name of the API's stage: the first segment of every address.
pub const STAGE: &str = "v1";

/// Every operation.
pub const OPERATIONS: &[Operation] = &[
    Operation {
        method: Method::Get,
        path: "/products",
        function: Function::GetProducts,
        access: Access::Public,
        summary: "List the catalogue, a page at a time, ordered by name",
        path_parameters: None,
        query_parameters: Some(TypeSchema::of::<ListProductsQuery>()),
        header_parameters: None,
        body: None,
        success: Success {
            status: 200,
            description: "A page",
            body: TypeSchema::of::<ProductPage>(),
        },
        problems: &[ProblemKind::InvalidRequest],
    },
    Operation {
        method: Method::Get,
        path: "/products/{id}",
        function: Function::GetProduct,
        access: Access::Public,
        summary: "Get one product",
        path_parameters: Some(TypeSchema::of::<GetProductPath>()),
        query_parameters: None,
        header_parameters: None,
        body: None,
        success: Success {
            status: 200,
            description: "The product",
            body: TypeSchema::of::<Product>(),
        },
        problems: &[ProblemKind::NotFound],
    },
    Operation {
        method: Method::Post,
        path: "/orders",
        function: Function::CreateOrder,
        access: Access::Public,
        summary: "Order at the agreed total; the order's status tells what becomes of it",
        path_parameters: None,
        query_parameters: None,
        header_parameters: Some(TypeSchema::of::<CreateOrderHeaders>()),
        body: Some(TypeSchema::of::<NewOrder>()),
        success: Success {
            status: 202,
            description: "The order is being worked on",
            body: TypeSchema::of::<CreatedOrder>(),
        },
        problems: &[
            ProblemKind::InvalidRequest,
            ProblemKind::PriceChanged,
            ProblemKind::TooLarge,
            ProblemKind::UnsupportedMediaType,
            ProblemKind::IdempotencyConflict,
        ],
    },
    Operation {
        method: Method::Get,
        path: "/orders/status/{executionArn}",
        function: Function::CheckOrderSubmission,
        access: Access::Public,
        summary: "Show an order to everyone who has its link, and how far it has come",
        path_parameters: Some(TypeSchema::of::<CheckOrderSubmissionPath>()),
        query_parameters: None,
        header_parameters: None,
        body: None,
        success: Success {
            status: 200,
            description: "The order and how far it has come",
            body: TypeSchema::of::<SubmissionStatus>(),
        },
        problems: &[ProblemKind::InvalidRequest, ProblemKind::NotFound],
    },
    Operation {
        method: Method::Get,
        path: "/orders",
        function: Function::GetOrders,
        access: Access::Employee,
        summary: "List the orders, a page at a time, newest first",
        path_parameters: None,
        query_parameters: Some(TypeSchema::of::<ListOrdersQuery>()),
        header_parameters: None,
        body: None,
        success: Success {
            status: 200,
            description: "A page",
            body: TypeSchema::of::<OrderPage>(),
        },
        problems: &[
            ProblemKind::InvalidRequest,
            ProblemKind::Unauthorized,
            ProblemKind::Forbidden,
        ],
    },
    Operation {
        method: Method::Get,
        path: "/orders/summary",
        function: Function::GetOrdersSummary,
        access: Access::Employee,
        summary: "Add up the orders of one day in the shop's time zone",
        path_parameters: None,
        query_parameters: Some(TypeSchema::of::<GetOrdersSummaryQuery>()),
        header_parameters: None,
        body: None,
        success: Success {
            status: 200,
            description: "What they add up to",
            body: TypeSchema::of::<DaySummary>(),
        },
        problems: &[
            ProblemKind::InvalidRequest,
            ProblemKind::Unauthorized,
            ProblemKind::Forbidden,
        ],
    },
    Operation {
        method: Method::Get,
        path: "/orders/{id}",
        function: Function::GetOrder,
        access: Access::Employee,
        summary: "Get one order",
        path_parameters: Some(TypeSchema::of::<GetOrderPath>()),
        query_parameters: None,
        header_parameters: None,
        body: None,
        success: Success {
            status: 200,
            description: "The order",
            body: TypeSchema::of::<Order>(),
        },
        problems: &[
            ProblemKind::Unauthorized,
            ProblemKind::Forbidden,
            ProblemKind::NotFound,
        ],
    },
    Operation {
        method: Method::Post,
        path: "/exchange-token",
        function: Function::ExchangeTokens,
        access: Access::Public,
        summary: "Exchange what a sign-in sent back, or a refresh token, for tokens",
        path_parameters: None,
        query_parameters: None,
        header_parameters: None,
        body: Some(TypeSchema::of::<ExchangeToken>()),
        success: Success {
            status: 200,
            description: "The tokens",
            body: TypeSchema::of::<Tokens>(),
        },
        problems: &[
            ProblemKind::InvalidRequest,
            ProblemKind::InvalidGrant,
            ProblemKind::TooLarge,
            ProblemKind::UnsupportedMediaType,
            ProblemKind::BadGateway,
        ],
    },
    Operation {
        method: Method::Post,
        path: "/create_report",
        function: Function::CreateReport,
        access: Access::Employee,
        summary: "Have a report of a period made and mailed; one at a time for each employee. A body is not read",
        path_parameters: None,
        query_parameters: Some(TypeSchema::of::<CreateReportQuery>()),
        header_parameters: None,
        body: None,
        success: Success {
            status: 202,
            description: "The report is being worked on",
            body: TypeSchema::of::<CreatedReport>(),
        },
        problems: &[
            ProblemKind::InvalidRequest,
            ProblemKind::Unauthorized,
            ProblemKind::Forbidden,
        ],
    },
    Operation {
        method: Method::Get,
        path: "/create_report/status/{executionArn}",
        function: Function::CheckReportSubmission,
        access: Access::Employee,
        summary: "Tell how far a report has come",
        path_parameters: Some(TypeSchema::of::<CheckReportSubmissionPath>()),
        query_parameters: None,
        header_parameters: None,
        body: None,
        success: Success {
            status: 200,
            description: "How far it has come",
            body: TypeSchema::of::<ReportStatus>(),
        },
        problems: &[
            ProblemKind::InvalidRequest,
            ProblemKind::Unauthorized,
            ProblemKind::Forbidden,
            ProblemKind::NotFound,
        ],
    },
    Operation {
        method: Method::Get,
        path: "/reports/{id}",
        function: Function::GetReport,
        access: Access::Employee,
        summary: "Get fresh links to a report, for as long as it is kept",
        path_parameters: Some(TypeSchema::of::<GetReportPath>()),
        query_parameters: None,
        header_parameters: None,
        body: None,
        success: Success {
            status: 200,
            description: "The links",
            body: TypeSchema::of::<ReportLinks>(),
        },
        problems: &[
            ProblemKind::Unauthorized,
            ProblemKind::Forbidden,
            ProblemKind::NotFound,
        ],
    },
];

/// The problems that every operation may answer, whatever it does.
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
    /// The function that answers.
    pub function: Function,
    /// Who may call.
    pub access: Access,
    /// What it does, in a line.
    pub summary: &'static str,
    /// The type whose fields are the path's parameters.
    pub path_parameters: Option<TypeSchema>,
    /// The type whose fields are the query's parameters.
    pub query_parameters: Option<TypeSchema>,
    /// The type whose fields are the headers that the operation reads.
    pub header_parameters: Option<TypeSchema>,
    /// The type of the request's body.
    pub body: Option<TypeSchema>,
    /// What a request that succeeds is answered with.
    pub success: Success,
    /// The problems of this operation, beside [`COMMON_PROBLEMS`].
    pub problems: &'static [ProblemKind],
}

impl Operation {
    /// The parameters in the path.
    pub fn path_parameters(&self) -> Vec<Parameter> {
        self.path_parameters
            .map(TypeSchema::parameters)
            .unwrap_or_default()
    }

    /// The parameters in the query string.
    pub fn query_parameters(&self) -> Vec<Parameter> {
        self.query_parameters
            .map(TypeSchema::parameters)
            .unwrap_or_default()
    }

    /// The headers that the operation reads.
    pub fn header_parameters(&self) -> Vec<Parameter> {
        self.header_parameters
            .map(TypeSchema::parameters)
            .unwrap_or_default()
    }

    /// The problems that this operation may answer, by status.
    pub fn all_problems(&self) -> Vec<ProblemKind> {
        let mut problems = [self.problems, COMMON_PROBLEMS].concat();
        problems.sort_by_key(|problem| problem.status());
        problems
    }
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates, or starts something.
    Post,
}

impl Method {
    /// The method as HTTP writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// Who may call an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// Anyone.
    Public,
    /// A signed-in employee.
    Employee,
}

/// What a request that succeeds is answered with.
#[derive(Debug, Clone, Copy)]
pub struct Success {
    /// The HTTP status.
    pub status: u16,
    /// What the body is, in a line.
    pub description: &'static str,
    /// The type of the body.
    pub body: TypeSchema,
}

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

    #[test]
    fn a_path_names_exactly_the_parameters_that_its_type_has() {
        for operation in OPERATIONS {
            let in_path: Vec<_> = operation
                .path
                .split('/')
                .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
                .map(str::to_owned)
                .collect();
            let of_type: Vec<_> = operation
                .path_parameters()
                .into_iter()
                .map(|parameter| parameter.name)
                .collect();
            assert_eq!(in_path, of_type, "{}", operation.path);
        }
    }
}
