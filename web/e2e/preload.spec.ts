/** The code of the first page loads beside the code of the app, not after it. */
import { expect, test } from "@playwright/test";

/** A page of each chunk, and the name of the chunk. */
const PAGES = {
  "/products/half-moon": "product-page",
  "/cart": "cart-page",
  "/checkout": "checkout",
  "/orders/019ac3f0-0000-7000-8000-000000000000": "order-status",
  "/contact": "legal-pages",
  "/dashboard": "employees",
};

for (const [path, chunk] of Object.entries(PAGES)) {
  test(`${path} loads \`${chunk}\` before the app has loaded`, async ({ page }) => {
    const preloaded = page.waitForResponse((response) => response.url().includes(`/assets/${chunk}-`));
    // The app loads after the page's chunk; if the chunk waits for the app, neither loads.
    await page.route(/\/assets\/index-[\w-]+\.js$/u, async (route) => {
      await preloaded;
      await route.continue();
    });
    await page.goto(path, { waitUntil: "commit" });
    expect((await preloaded).status()).toBe(200);
    // The dashboard leads on to the sign-in.
    await expect(page.locator("h1, input[name=username]").first()).toBeAttached();
  });
}
