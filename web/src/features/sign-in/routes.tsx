/** What this feature adds to the app's addresses. */
import { lazy } from "react";
import { Route } from "wouter";
import { SIGNED_OUT_PATH, SIGN_IN_CALLBACK_PATH } from "../../ui/paths";

const CallbackPage = lazy(() => import("./routes/callback-page"));
const SignedOutPage = lazy(() => import("./routes/signed-out-page"));

export const signInRoutes = [
  <Route key="callback" path={SIGN_IN_CALLBACK_PATH} component={CallbackPage} />,
  <Route key="signed-out" path={SIGNED_OUT_PATH} component={SignedOutPage} />,
];
