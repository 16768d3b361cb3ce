/** Status codes of the site: pages return 200, unknown paths 404, and missing files never HTML. */
import { expect, test } from "@playwright/test";

const PAGES = [
  "/",
  "/products/half-moon",
  "/cart",
  "/checkout",
  "/orders/status/some-order",
  "/dashboard",
  "/dashboard/orders/some-order",
  "/sign-in/callback?code=1&state=2",
  "/signed-out",
  "/contact",
  "/imprint",
  "/terms",
  "/privacy",
];

const UNKNOWN_PAGES = ["/nope", "/products", "/dashboard/nope", "/a/b/c/"];

const MISSING_FILES = ["/assets/none.js", "/images/none.svg", "/favicon.ico", "/sitemap.xml", "/nope.html"];

test("pages return 200 and the app", async ({ request }) => {
  for (const path of PAGES) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["content-type"], path).toContain("text/html");
  }
});

test("unknown paths return 404 and the app's error page", async ({ page, request }) => {
  for (const path of UNKNOWN_PAGES) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(answer.headers()["content-type"], path).toContain("text/html");
    expect(answer.headers()["content-security-policy"], path).toContain("default-src 'self'");
  }
  const answer = await page.goto("/nope");
  expect(answer?.status()).toBe(404);
  await expect(page.getByText("This page doesn’t exist.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Imprint" })).toBeVisible();
  const again = await page.reload();
  expect(again?.status(), "reloaded").toBe(404);
  await page.getByRole("link", { name: "Browse our cookies" }).click();
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("missing files return 404 without HTML", async ({ request }) => {
  for (const path of MISSING_FILES) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(answer.headers()["content-type"], path).toContain("text/plain");
    expect(await answer.text(), path).toBe("Not found\n");
  }
});

test("files are returned with their media type", async ({ request }) => {
  for (const [path, type] of [
    ["/robots.txt", "text/plain"],
    ["/favicon.svg", "image/svg+xml"],
    ["/config.json", "application/json"],
    ["/images/half-moon.svg", "image/svg+xml"],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["content-type"], path).toContain(type);
  }
});
