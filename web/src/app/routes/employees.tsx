/** Every page that is for employees, in one piece of the bundle: whoever opens one opens the others. */
import { Route, Switch } from "wouter";
import { DashboardPage } from "../../features/dashboard/routes/dashboard-page";
import { OrderPage } from "../../features/dashboard/routes/order-page";
import { ReportPanel } from "../../features/reports/components/report-panel";
import { DASHBOARD_PATH } from "../../ui/paths";
import { NotFoundPage } from "../not-found-page";
import { RequireEmployee } from "../require-employee";

export default function Employees() {
  return (
    <RequireEmployee>
      <Switch>
        <Route path={DASHBOARD_PATH}>
          <DashboardPage>
            <ReportPanel />
          </DashboardPage>
        </Route>
        <Route path={`${DASHBOARD_PATH}/orders/:id`}>{({ id }) => <OrderPage id={id} />}</Route>
        <Route component={NotFoundPage} />
      </Switch>
    </RequireEmployee>
  );
}
