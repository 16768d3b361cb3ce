//! Draws the workflows in `docs/pictures/`. Run it in the root of the workspace: `cargo run -p state-machines --example draw`.

use std::{error::Error, fs};

use infra_gen_asl::{FunctionRef, SenderRef, TableRef, TopicRef};
use infra_gen_cfn::LogicalId;
use state_machines::{generate_report, new_order};

fn main() -> Result<(), Box<dyn Error>> {
    let workflow = new_order::workflow(&new_order::Resources {
        new_order: FunctionRef::new(LogicalId::new("NewOrder"), "new_order"),
        update_inventory: FunctionRef::new(LogicalId::new("UpdateInventory"), "update_inventory"),
        orders: TableRef::new(LogicalId::new("Orders"), "orders", "orders"),
    })?;
    fs::write(
        "docs/pictures/new_order.svg",
        workflow.machine().diagram().to_svg(),
    )?;

    let workflow = generate_report::workflow(&generate_report::Resources {
        prepare_orders_data: FunctionRef::new(
            LogicalId::new("PrepareOrdersData"),
            "prepare_orders_report_data",
        ),
        prepare_orders_html: FunctionRef::new(
            LogicalId::new("PrepareOrdersHtml"),
            "prepare_orders_report_html",
        ),
        prepare_products_data: FunctionRef::new(
            LogicalId::new("PrepareProductsData"),
            "prepare_products_report_data",
        ),
        prepare_products_html: FunctionRef::new(
            LogicalId::new("PrepareProductsHtml"),
            "prepare_products_report_html",
        ),
        generate_presigned_url: FunctionRef::new(
            LogicalId::new("GeneratePresignedUrl"),
            "generate_presigned_url",
        ),
        notifications: TopicRef::new(LogicalId::new("Notifications"), "html_report_notifications"),
        sender: SenderRef::new(LogicalId::new("ReportSender"), "reports@shop.example", "identity"),
    })?;
    fs::write(
        "docs/pictures/generate_report.svg",
        workflow.machine().diagram().to_svg(),
    )?;
    Ok(())
}
