/**
 * The app: providers, the shell, and in it the page of the current path. Features that need each other meet
 * here.
 */
import { lazy, Suspense, useSyncExternalStore } from "react";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { Route, Switch, useLocation } from "wouter";
import type { Product } from "../api/products/product";
import { AddToCart } from "../features/cart/components/add-to-cart";
import { cartRoutes } from "../features/cart/routes";
import { BuySlot, type BuyPlace } from "../features/catalogue/buy-slot";
import { catalogueRoutes } from "../features/catalogue/routes";
import { legalRoutes } from "../features/legal/routes";
import { onLanguageChange, readLanguage } from "../ui/language";
import { ErrorBoundary } from "./error-boundary";
import { checkoutRoutes } from "./checkout-routes";
import { employeeRoutes } from "./employee-routes";
import { t } from "./messages";
import { Shell } from "./shell";

export function App({ queryClient }: { readonly queryClient: QueryClient }) {
  const [path] = useLocation();
  const language = useSyncExternalStore(onLanguageChange, readLanguage);
  return (
    <QueryClientProvider client={queryClient}>
      <Shell>
        {/*
         * Resets after a navigation, so that a broken page does not break the next one, and after a change of the
         * language, so that no text stays in the other one.
         */}
        <ErrorBoundary key={`${language} ${path}`}>
          <Suspense fallback={<Loading />}>
            <BuySlot value={buy}>
              <Switch>
                {routes}
                <Route component={NotFoundPage} />
              </Switch>
            </BuySlot>
          </Suspense>
        </ErrorBoundary>
      </Shell>
    </QueryClientProvider>
  );
}

const NotFoundPage = lazy(() => import("./not-found-page"));

/**
 * All pages except the one for unknown paths. `pages.txt` lists the same paths for the CDN; a test compares
 * both.
 */
export const routes = [
  ...catalogueRoutes,
  ...cartRoutes,
  ...checkoutRoutes,
  ...legalRoutes,
  ...employeeRoutes,
];

const buy = (product: Product, place: BuyPlace) => <AddToCart product={product} place={place} />;

/** Shown only if loading the page takes long. */
function Loading() {
  return (
    <p role="status" className="message after-a-while">
      {t("loading")}
    </p>
  );
}
