/**
 * The addresses that are for employees, and those that the pool sends them back to: one piece of the bundle, because
 * who comes back goes on to one of the others. Nothing of what stands there is part of the first load.
 */
import { lazy } from "react";
import { Route } from "wouter";
import { SIGNED_OUT_PATH, SIGN_IN_CALLBACK_PATH, STAFF_PATHS } from "../ui/paths";

const Employees = lazy(() => import("./routes/employees"));

export const employeeRoutes = [STAFF_PATHS, SIGN_IN_CALLBACK_PATH, SIGNED_OUT_PATH].map((path) => (
  <Route key={String(path)} path={path} component={Employees} />
));
