/** The staff pages, and the two pages that the pool redirects to. */
import { lazy } from "react";
import { Link, Route, Switch } from "wouter";
import { DashboardPage } from "../../features/dashboard/routes/dashboard-page";
import { OrderPage } from "../../features/dashboard/routes/order-page";
import { loadInventory } from "../../features/inventory/load-inventory";
import { PackingSlipPage } from "../../features/dashboard/routes/packing-slip-page";
import { PickListPage } from "../../features/dashboard/routes/pick-list-page";
import { ReportPanel } from "../../features/reports/components/report-panel";
import { ReportPage } from "../../features/reports/routes/report-page";
import { CallbackPage } from "../../features/sign-in/routes/callback-page";
import { SignedOutPage } from "../../features/sign-in/routes/signed-out-page";
import { ShopZoneProvider } from "../../ui/shop-zone";
import {
  DASHBOARD_PATH,
  INVENTORY_PATH,
  PICK_LIST_PATH,
  REPORTS_PATH,
  SIGNED_OUT_PATH,
  SIGN_IN_CALLBACK_PATH,
} from "../../ui/paths";
import { PageHeading } from "../../ui/page-heading";
import { t } from "../messages";
import { RequireEmployee } from "../require-employee";

export { resumeSession } from "../../features/sign-in/open-session";

export default function Employees() {
  return (
    <Switch>
      <Route path={SIGN_IN_CALLBACK_PATH} component={CallbackPage} />
      <Route path={SIGNED_OUT_PATH} component={SignedOutPage} />
      <Route component={StaffPages} />
    </Switch>
  );
}

function StaffPages() {
  return (
    <RequireEmployee>
      <ShopZoneProvider>
        <Switch>
          {staffRoutes}
          <Route component={StaffNotFound} />
        </Switch>
      </ShopZoneProvider>
    </RequireEmployee>
  );
}

const Inventory = lazy(loadInventory);

/** The pages that require a sign-in. */
export const staffRoutes = [
  <Route key="dashboard" path={DASHBOARD_PATH}>
    <DashboardPage>
      <ReportPanel />
    </DashboardPage>
  </Route>,
  <Route key="order" path={`${DASHBOARD_PATH}/orders/:id`}>
    {({ id }) => <OrderPage id={id} />}
  </Route>,
  <Route key="inventory" path={INVENTORY_PATH} component={Inventory} />,
  <Route key="stock" path={`${INVENTORY_PATH}/:id`} component={Inventory} />,
  <Route key="packing-slip" path={`${DASHBOARD_PATH}/orders/:id/packing-slip`}>
    {({ id }) => <PackingSlipPage id={id} />}
  </Route>,
  <Route key="pick-list" path={PICK_LIST_PATH} component={PickListPage} />,
  <Route key="report" path={`${REPORTS_PATH}/:id`}>
    {({ id }) => <ReportPage id={id} />}
  </Route>,
];

function StaffNotFound() {
  return (
    <section className="message">
      <PageHeading title={t("pageNotFound")}>{t("pageNotFound")}</PageHeading>
      <p>{t("pageMissing")}</p>
      <p>
        <Link href={DASHBOARD_PATH}>{t("viewOrders")}</Link>
      </p>
    </section>
  );
}
