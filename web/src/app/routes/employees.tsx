/** Every page that is for employees, and the two that the pool sends them back to. */
import { Route, Switch } from "wouter";
import { DashboardPage } from "../../features/dashboard/routes/dashboard-page";
import { OrderPage } from "../../features/dashboard/routes/order-page";
import { ReportPanel } from "../../features/reports/components/report-panel";
import { CallbackPage } from "../../features/sign-in/routes/callback-page";
import { SignedOutPage } from "../../features/sign-in/routes/signed-out-page";
import { ShopZoneProvider } from "../../ui/shop-zone";
import { DASHBOARD_PATH, SIGNED_OUT_PATH, SIGN_IN_CALLBACK_PATH } from "../../ui/paths";
import { NotFoundPage } from "../not-found-page";
import { RequireEmployee } from "../require-employee";

export default function Employees() {
  return (
    <Switch>
      <Route path={SIGN_IN_CALLBACK_PATH} component={CallbackPage} />
      <Route path={SIGNED_OUT_PATH} component={SignedOutPage} />
      <Route component={BehindTheCounter} />
    </Switch>
  );
}

function BehindTheCounter() {
  return (
    <RequireEmployee>
      <ShopZoneProvider>
        <Switch>
          <Route path={DASHBOARD_PATH}>
            <DashboardPage>
              <ReportPanel />
            </DashboardPage>
          </Route>
          <Route path={`${DASHBOARD_PATH}/orders/:id`}>{({ id }) => <OrderPage id={id} />}</Route>
          <Route component={NotFoundPage} />
        </Switch>
      </ShopZoneProvider>
    </RequireEmployee>
  );
}
