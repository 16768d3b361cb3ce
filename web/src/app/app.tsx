/** The app: providers around the shell, and in the shell the page that the address names. */
import { Suspense, useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { Route, Switch } from "wouter";
import { catalogueRoutes } from "../features/catalogue/routes";
import { NotFoundPage } from "./not-found-page";
import { createQueryClient } from "./query-client";
import { Shell } from "./shell";

export function App() {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <Shell>
        <Suspense fallback={null}>
          <Switch>
            {catalogueRoutes}
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </Shell>
    </QueryClientProvider>
  );
}
