/** The addresses that are for employees. Nothing of what stands there is part of the first load. */
import { lazy } from "react";
import { Route } from "wouter";
import { DASHBOARD_PATH } from "../ui/paths";

const Employees = lazy(() => import("./routes/employees"));

export const employeeRoutes = <Route path={`${DASHBOARD_PATH}/*?`} component={Employees} />;
