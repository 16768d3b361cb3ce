/** The app: providers around the shell, and in the shell the page that the address names. */
import { Suspense } from "react";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { Route, Switch, useLocation } from "wouter";
import { catalogueRoutes } from "../features/catalogue/routes";
import { ErrorBoundary } from "./error-boundary";
import { NotFoundPage } from "./not-found-page";
import { Shell } from "./shell";

export function App({ queryClient }: { readonly queryClient: QueryClient }) {
  const [path] = useLocation();
  return (
    <QueryClientProvider client={queryClient}>
      <Shell>
        {/* A page that broke does not take the next one with it. */}
        <ErrorBoundary key={path}>
          <Suspense fallback={<Loading />}>
            <Switch>
              {catalogueRoutes}
              <Route component={NotFoundPage} />
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </Shell>
    </QueryClientProvider>
  );
}

function Loading() {
  return (
    <p role="status" className="visually-hidden">
      Loading the page
    </p>
  );
}
