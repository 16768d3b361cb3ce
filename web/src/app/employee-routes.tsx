/**
 * The staff pages and the two paths that the pool redirects to, as one chunk: a redirect always leads on to a
 * staff page. None of it is part of the first load.
 */
import { lazy } from "react";
import { Route } from "wouter";
import { handoffId } from "../api/session";
import { signInMessages } from "../features/sign-in/messages/load";
import { withMessages } from "../ui/load-messages";
import { SIGNED_OUT_PATH, SIGN_IN_CALLBACK_PATH, STAFF_PATHS } from "../ui/paths";
import { employeeMessages } from "./employee-messages/load";

const loadEmployees = withMessages(() => import("./routes/employees"), employeeMessages, signInMessages);

/** Resumes the session of a reloaded page before the page is shown, which otherwise shows the sign-in for a moment. */
const Employees = lazy(async () => {
  const { default: Pages, resumeSession } = await loadEmployees();
  // A failure is reported by the page, which tries again.
  if (handoffId.read() !== null) await resumeSession().catch(() => undefined);
  return { default: Pages };
});

export const employeeRoutes = [STAFF_PATHS, SIGN_IN_CALLBACK_PATH, SIGNED_OUT_PATH].map((path) => (
  <Route key={String(path)} path={path} component={Employees} />
));
