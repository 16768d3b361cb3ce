/**
 * The staff pages and the two paths that the pool redirects to, as one chunk: a redirect always leads on to a
 * staff page. None of it is part of the first load.
 */
import { lazy } from "react";
import { Route } from "wouter";
import { SIGNED_OUT_PATH, SIGN_IN_CALLBACK_PATH, STAFF_PATHS } from "../ui/paths";

const Employees = lazy(() => import("./routes/employees"));

export const employeeRoutes = [STAFF_PATHS, SIGN_IN_CALLBACK_PATH, SIGNED_OUT_PATH].map((path) => (
  <Route key={String(path)} path={path} component={Employees} />
));
