/**
 * Layout while pages load: nothing moves, and the essential content is on the first screen.
 *
 * Measures layout shifts (https://web.dev/articles/cls) over a slow network, where the parts of a page arrive
 * separately. Reloads are measured, too, because they resume an employee's session.
 */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { openAsEmployee, SOLD_OUT } from "./employee";
import { placeOrder, submitOrder } from "./shop";

const MOST_SHIFT = 0.02;

const SCREENS = [
  { name: "desktop", viewport: { width: 1280, height: 800 } },
  { name: "phone", viewport: { width: 390, height: 844 } },
];

/** Shop pages, and what is visible once they have loaded. */
const PAGES: { path: string; loaded: (page: Page) => Locator }[] = [
  { path: "/", loaded: firstPrice },
  { path: "/products/half-moon", loaded: (page) => page.getByRole("button", { name: /add to cart/iu }) },
  { path: "/cart", loaded: (page) => page.getByRole("link", { name: /checkout/iu }) },
  { path: "/checkout", loaded: (page) => page.getByRole("heading", { name: "Checkout" }) },
  { path: "/nope", loaded: (page) => page.getByRole("heading", { level: 1 }) },
];

for (const { name, viewport } of SCREENS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("nothing moves while a shop page loads", async ({ page }) => {
      await prepare(page);
      await fillCart(page);
      for (const { path, loaded } of PAGES) await expectStill(page, path, loaded(page));
    });

    test("nothing moves while an order's status loads", async ({ page, request }) => {
      const { orderId } = await submitOrder(request, SOLD_OUT, "Still");
      await prepare(page);
      await expectStill(page, `/orders/${orderId}`, page.getByRole("heading", { level: 1 }));
    });

    test("nothing moves while an employee's page loads, or a shop page for an employee", async ({
      page,
      request,
    }) => {
      const id = await placeOrder(request, SOLD_OUT, "Still");
      await prepare(page);
      await openAsEmployee(page, "/dashboard");
      await expect(firstOrder(page)).toBeVisible();
      expect(await shift(page), "after the sign-in").toBeLessThanOrEqual(MOST_SHIFT);

      const signedIn = page.getByRole("navigation", { name: "Employees" });
      await expectStill(page, "/dashboard", firstOrder(page), signedIn);
      await expectStill(
        page,
        `/dashboard/orders/${id}`,
        page.getByRole("region", { name: "History" }),
        signedIn,
      );
      await fillCart(page);
      for (const { path, loaded } of PAGES) await expectStill(page, path, loaded(page), signedIn);
    });

    test("the catalogue shows a price on the first screen", async ({ page }) => {
      await page.goto("/");
      await expect(firstPrice(page)).toBeInViewport({ ratio: 1 });
    });

    test("the dashboard shows its filters and the first order on the first screen", async ({
      page,
      request,
    }) => {
      await placeOrder(request, SOLD_OUT, "At the top");
      await openAsEmployee(page, "/dashboard");
      await expect(page.getByRole("radio", { name: "Confirmed" })).toBeInViewport();
      await expect(page.getByRole("textbox", { name: "Order number" })).toBeInViewport({ ratio: 1 });
      await expect(firstOrder(page)).toBeInViewport({ ratio: 1 });
    });
  });
}

/** Sums the layout shifts of each document and slows the network down. */
async function prepare(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = window as unknown as { layoutShift: number };
    seen.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) seen.layoutShift += value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 90_000,
  });
}

async function expectStill(page: Page, path: string, ...loaded: Locator[]): Promise<void> {
  await page.goto(path);
  await waitUntilLoaded(page, loaded);
  expect(await shift(page), `layout shift of ${path}`).toBeLessThanOrEqual(MOST_SHIFT);
  await page.reload();
  await waitUntilLoaded(page, loaded);
  expect(await shift(page), `layout shift of ${path}, reloaded`).toBeLessThanOrEqual(MOST_SHIFT);
}

/** Waits until images and fonts are loaded and painted. */
async function waitUntilLoaded(page: Page, loaded: Locator[]): Promise<void> {
  for (const part of loaded) await expect(part.first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
}

const shift = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { layoutShift: number }).layoutShift);

async function fillCart(page: Page): Promise<void> {
  await page.goto("/products/half-moon");
  await page.getByRole("button", { name: /add to cart/iu }).click();
  await expect(page.getByRole("link", { name: /^Cart/u })).toContainText("1");
}

function firstPrice(page: Page): Locator {
  return page
    .getByRole("article")
    .first()
    .getByText(/^€\d+\.\d\d$/u);
}

/** The row or card of the newest order. */
function firstOrder(page: Page): Locator {
  return page
    .getByRole("table", { name: /^Orders/u })
    .getByRole("row")
    .filter({ has: page.getByRole("link") })
    .first();
}
