/**
 * Browser tests against a running stack: `make dev` in one terminal, `npm run e2e` in another.
 *
 * Starts nothing itself. `SITE_URL` is the site, `CHROMIUM` the browser.
 */
import { defineConfig, devices } from "@playwright/test";

const REPORTS = /reports\.spec\.ts$/u;
const CONCURRENT_ORDERS = /concurrent-orders\.spec\.ts$/u;

export default defineConfig({
  testDir: "e2e",
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: true,
  reporter: "list",
  // Generous timeouts: the tests also run on slow, busy machines.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  projects: [
    { name: "shop", testIgnore: [REPORTS, CONCURRENT_ORDERS] },
    // Run alone, because they count orders.
    { name: "reports", testMatch: REPORTS, dependencies: ["shop"] },
    // Run last, because it puts the stack under load.
    { name: "concurrent-orders", testMatch: CONCURRENT_ORDERS, dependencies: ["reports"] },
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.SITE_URL ?? "http://localhost:5173",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
});
