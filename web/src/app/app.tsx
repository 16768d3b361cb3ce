/**
 * The app: providers around the shell, and in the shell the page that the address names. Where one feature shows
 * a piece of another, the two meet here.
 */
import { lazy, Suspense } from "react";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { Route, Switch, useLocation } from "wouter";
import type { Product } from "../api/products/product";
import { AddToCart } from "../features/cart/components/add-to-cart";
import { cartRoutes } from "../features/cart/routes";
import { BuySlot, type BuyPlace } from "../features/catalogue/buy-slot";
import { catalogueRoutes } from "../features/catalogue/routes";
import { legalRoutes } from "../features/legal/routes";
import { ErrorBoundary } from "./error-boundary";
import { checkoutRoutes } from "./checkout-routes";
import { employeeRoutes } from "./employee-routes";
import { Shell } from "./shell";

export function App({ queryClient }: { readonly queryClient: QueryClient }) {
  const [path] = useLocation();
  return (
    <QueryClientProvider client={queryClient}>
      <Shell>
        {/* A page that broke does not take the next one with it. */}
        <ErrorBoundary key={path}>
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

/** Every page but the one for unknown addresses. The site's distribution knows the same list, from `pages.txt`. */
export const routes = [
  ...catalogueRoutes,
  ...cartRoutes,
  ...checkoutRoutes,
  ...legalRoutes,
  ...employeeRoutes,
];

const buy = (product: Product, place: BuyPlace) => <AddToCart product={product} place={place} />;

/** Seen only where the page's piece of the bundle takes its time. */
function Loading() {
  return (
    <p role="status" className="message after-a-while">
      Loading…
    </p>
  );
}
