/** Wiring: creates the query client and renders the app. */
import "./send-early-requests";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { loadFirstMessages } from "./app/first-load-messages";
import { prefetchPages } from "./app/prefetch-pages";
import { prefetchProducts } from "./app/prefetch-products";
import { createQueryClient } from "./app/query-client";
import { readLanguage } from "./ui/language";
import { STAFF_PATHS } from "./ui/paths";
import "./app/styles/index.css";

const root = document.getElementById("root");
if (root === null) throw new Error("`index.html` has no element `#root`");

const queryClient = createQueryClient((error) => {
  // eslint-disable-next-line no-console -- failures are logged here only
  console.error(error);
});

if (!STAFF_PATHS.test(window.location.pathname)) prefetchPages(queryClient);
prefetchProducts(queryClient, window.location.pathname);

// `DEV` is false in a build, which removes this branch.
if (import.meta.env.DEV && import.meta.env.VITE_TEST_MODE === "true") {
  const { enterTestMode } = await import("./app/test-mode");
  enterTestMode();
}

// The first script requested them.
void loadFirstMessages().then(() => {
  document.documentElement.lang = readLanguage();
  createRoot(root).render(
    <StrictMode>
      <App queryClient={queryClient} />
    </StrictMode>,
  );
});
