/** The pages of the inventory. */
import { Route, Switch } from "wouter";
import { INVENTORY_PATH } from "../../../ui/paths";
import { InventoryPage } from "./inventory-page";
import { StockPage } from "./stock-page";

export default function Inventory() {
  return (
    <Switch>
      <Route path={INVENTORY_PATH} component={InventoryPage} />
      <Route path={`${INVENTORY_PATH}/:id`}>{({ id }) => <StockPage id={id} />}</Route>
    </Switch>
  );
}
