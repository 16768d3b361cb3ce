//! Draws every workflow into `docs/pictures/`: `cargo run -p state-machines --example draw`, from the top of the workspace.

use std::{error::Error, fs};

use infra_gen_asl::{FunctionRef, TableRef, draw};
use infra_gen_cfn::LogicalId;
use state_machines::new_order;

fn main() -> Result<(), Box<dyn Error>> {
    let workflow = new_order::workflow(&new_order::Resources {
        new_order: FunctionRef::new(LogicalId::new("NewOrder"), "new_order"),
        update_inventory: FunctionRef::new(LogicalId::new("UpdateInventory"), "update_inventory"),
        orders: TableRef::new(LogicalId::new("Orders"), "orders", "orders"),
    })?;
    fs::write("docs/pictures/new_order.svg", draw::svg(workflow.machine()))?;
    Ok(())
}
