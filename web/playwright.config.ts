/**
 * The browser's view of a running stack: `make dev` in one terminal, `npm run e2e` in another.
 *
 * Nothing is started here. `SITE_URL` names the site, `CHROMIUM` the browser.
 */
import { defineConfig, devices } from "@playwright/test";

const REPORTS = /reports\.spec\.ts$/u;
const CONCURRENT_ORDERS = /concurrent-orders\.spec\.ts$/u;

export default defineConfig({
  testDir: "e2e",
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: true,
  reporter: "list",
  // How long is waited before something is said never to come, on a slow machine that is busy with everything else.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  projects: [
    { name: "shop", testIgnore: [REPORTS, CONCURRENT_ORDERS] },
    // By themselves: what they count must not change meanwhile.
    { name: "reports", testMatch: REPORTS, dependencies: ["shop"] },
    // Afterwards: it leaves the stack little time for anybody else.
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
