/** What this feature adds to the app's addresses. */
import { lazy } from "react";
import { Route } from "wouter";
import { SIGNED_OUT_PATH, SIGN_IN_CALLBACK_PATH } from "../../ui/paths";

const ReturnPage = lazy(() => import("./routes/return-page"));

export const signInRoutes = [SIGN_IN_CALLBACK_PATH, SIGNED_OUT_PATH].map((path) => (
  <Route key={path} path={path} component={ReturnPage} />
));
