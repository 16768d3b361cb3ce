//! The orders microservice: its functions and the workflow `new_order`.

use infra_gen::{
    asl::TableRef,
    cfn::{LogicalId, Stack, Value},
    constructs::{Queue, QueueProps, Schedule, ScheduleProps, StateMachine, StateMachineProps, TableAccess},
};
use shop_contract::{
    AddOrderNoteEnv, CheckOrderSubmissionEnv, CreateOrderEnv, GetOrderEnv, GetOrdersEnv, GetOrdersSummaryEnv,
    NewOrderEnv, RefundOrderEnv, SweepOrdersEnv, TransitionOrderEnv, UpdateInventoryEnv, table::orders,
};
use state_machines::new_order;

use super::{
    auth::SignIn,
    data::Data,
    functions::{Functions, log_retention},
    removal,
};
use crate::settings::Settings;

const SWEEP_SCHEDULE: LogicalId = LogicalId::new("SweepOrdersSchedule");

/// How long a sweep may take, in seconds. It checks 200 orders, four at a time.
const SWEEP_SECONDS: u16 = 300;

const NEW_ORDER_WORKFLOW: LogicalId = LogicalId::new("NewOrderWorkflow");
const DEAD_LETTERS: LogicalId = LogicalId::new("SweepOrdersFailures");

/// What the alarms watch.
pub(super) struct Orders {
    /// Processes orders.
    pub(super) new_order: StateMachine,
    /// The events of sweeps that failed.
    pub(super) dead_letters: Queue,
}

pub(super) fn add(
    stack: &mut Stack,
    functions: &mut Functions<'_>,
    data: &Data,
    sign_in: &SignIn,
    settings: &Settings,
    site_origin: &Value<String>,
) -> Orders {
    let new_order = add_workflow(stack, functions, data, settings);

    let create_order = functions.add_request_handler(
        stack,
        CreateOrderEnv {
            products_table: data.products.name().into(),
            new_order_workflow: new_order.arn().into(),
            allowed_origins: site_origin.clone(),
        },
    );
    data.products
        .grant(stack, &create_order, [TableAccess::BatchGetItem]);
    new_order.grant_start(stack, &create_order);
    new_order.grant_describe_executions(stack, &create_order);

    let check_order_submission = functions.add_request_handler(
        stack,
        CheckOrderSubmissionEnv {
            orders_table: data.orders.name().into(),
            new_order_workflow: new_order.arn().into(),
            allowed_origins: site_origin.clone(),
        },
    );
    data.orders
        .grant(stack, &check_order_submission, [TableAccess::GetItem]);
    new_order.grant_describe_executions(stack, &check_order_submission);

    let get_orders = functions.add_request_handler(
        stack,
        GetOrdersEnv {
            orders_table: data.orders.name().into(),
            user_pool_client: sign_in.client_id(),
            time_zone: settings.time_zone.as_str().into(),
            allowed_origins: site_origin.clone(),
        },
    );
    for index in [orders::BY_TIME, orders::BY_STATUS] {
        data.orders.grant_query_index(stack, &get_orders, index.name);
    }
    data.orders.grant(stack, &get_orders, [TableAccess::BatchGetItem]);

    let get_orders_summary = functions.add_request_handler(
        stack,
        GetOrdersSummaryEnv {
            orders_table: data.orders.name().into(),
            user_pool_client: sign_in.client_id(),
            time_zone: settings.time_zone.as_str().into(),
            allowed_origins: site_origin.clone(),
        },
    );
    data.orders
        .grant_query_index(stack, &get_orders_summary, orders::FIGURES.name);

    let get_order = functions.add_request_handler(
        stack,
        GetOrderEnv {
            orders_table: data.orders.name().into(),
            user_pool_client: sign_in.client_id(),
            allowed_origins: site_origin.clone(),
        },
    );
    data.orders.grant(stack, &get_order, [TableAccess::GetItem]);

    add_fulfilment(stack, functions, data, sign_in, site_origin);
    let dead_letters = Queue::new(
        stack,
        DEAD_LETTERS,
        QueueProps {
            removal: removal(settings),
            ..QueueProps::default()
        },
    );
    add_sweep(stack, functions, data, settings, &new_order, &dead_letters);
    Orders {
        new_order,
        dead_letters,
    }
}

fn add_fulfilment(
    stack: &mut Stack,
    functions: &mut Functions<'_>,
    data: &Data,
    sign_in: &SignIn,
    site_origin: &Value<String>,
) {
    let transition_order = functions.add_request_handler(
        stack,
        TransitionOrderEnv {
            products_table: data.products.name().into(),
            orders_table: data.orders.name().into(),
            user_pool_client: sign_in.client_id(),
            allowed_origins: site_origin.clone(),
        },
    );
    // Cancelling an order returns its stock.
    data.products
        .grant(stack, &transition_order, [TableAccess::UpdateItem]);
    let refund_order = functions.add_request_handler(
        stack,
        RefundOrderEnv {
            orders_table: data.orders.name().into(),
            user_pool_client: sign_in.client_id(),
            allowed_origins: site_origin.clone(),
        },
    );
    let add_order_note = functions.add_request_handler(
        stack,
        AddOrderNoteEnv {
            orders_table: data.orders.name().into(),
            user_pool_client: sign_in.client_id(),
            allowed_origins: site_origin.clone(),
        },
    );
    for function in [&transition_order, &refund_order, &add_order_note] {
        data.orders
            .grant(stack, function, [TableAccess::GetItem, TableAccess::UpdateItem]);
    }
}

fn add_sweep(
    stack: &mut Stack,
    functions: &mut Functions<'_>,
    data: &Data,
    settings: &Settings,
    new_order: &StateMachine,
    dead_letters: &Queue,
) {
    let sweep_orders = functions.add(
        stack,
        SweepOrdersEnv {
            orders_table: data.orders.name().into(),
            new_order_workflow: new_order.arn().into(),
            pending_minutes: settings.orders.pending_minutes.to_string().into(),
            expected_hours: settings.orders.expected_hours.get().to_string().into(),
            time_zone: settings.time_zone.as_str().into(),
        },
        SWEEP_SECONDS,
    );
    for index in [orders::BY_TIME, orders::BY_STATUS] {
        data.orders.grant_query_index(stack, &sweep_orders, index.name);
    }
    data.orders.grant(stack, &sweep_orders, [TableAccess::UpdateItem]);
    new_order.grant_describe_executions(stack, &sweep_orders);
    let props = ScheduleProps {
        description: Some("Rejects orders that stay pending after their execution has ended".into()),
        dead_letters: Some(dead_letters),
        ..ScheduleProps::new(&sweep_orders, settings.orders.sweep_every_minutes)
    };
    Schedule::new(stack, SWEEP_SCHEDULE, props);
}

fn add_workflow(
    stack: &mut Stack,
    functions: &mut Functions<'_>,
    data: &Data,
    settings: &Settings,
) -> StateMachine {
    let write_order = functions.add(
        stack,
        NewOrderEnv {
            products_table: data.products.name().into(),
            orders_table: data.orders.name().into(),
        },
        new_order::TASK_SECONDS,
    );
    data.products
        .grant(stack, &write_order, [TableAccess::BatchGetItem]);
    data.orders
        .grant(stack, &write_order, [TableAccess::GetItem, TableAccess::PutItem]);

    let update_inventory = functions.add(
        stack,
        UpdateInventoryEnv {
            products_table: data.products.name().into(),
            orders_table: data.orders.name().into(),
        },
        new_order::TASK_SECONDS,
    );
    data.products
        .grant(stack, &update_inventory, [TableAccess::UpdateItem]);
    data.orders.grant(
        stack,
        &update_inventory,
        [TableAccess::GetItem, TableAccess::UpdateItem],
    );

    let workflow = new_order::workflow(&new_order::Resources {
        new_order: write_order.task(),
        update_inventory: update_inventory.task(),
        orders: TableRef::new(
            data.orders.table.logical_id().clone(),
            data.orders.name(),
            data.orders.arn(),
        ),
    })
    .expect("the workflow is valid");
    let props = StateMachineProps {
        log_retention: log_retention(settings),
        tracing: settings.functions.tracing,
        ..StateMachineProps::new(&workflow)
    };
    StateMachine::new(stack, NEW_ORDER_WORKFLOW, props)
}
