/** The feature's routes, one chunk for all pages. */
import { lazy } from "react";
import { Route } from "wouter";
import { CONTACT_PATH, IMPRINT_PATH, PRIVACY_PATH, TERMS_PATH } from "../../ui/paths";

const LegalPages = lazy(() => import("./routes/legal-pages"));

export const legalRoutes = [CONTACT_PATH, IMPRINT_PATH, TERMS_PATH, PRIVACY_PATH].map((path) => (
  <Route key={path} path={path} component={LegalPages} />
));
