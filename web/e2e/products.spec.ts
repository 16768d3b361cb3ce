/** Employees adjust the stock of a product. The order of the tests does not matter: each has its own product. */
import { expect, test, type Page } from "@playwright/test";
import { openAsEmployee } from "./employee";
import { expectAccessible, placeOrder, SCREENS, setScreen, stock } from "./shop";

for (const screen of SCREENS) {
  test(`the inventory is accessible (${screen.name})`, async ({ page }) => {
    await setScreen(page, screen);
    await openAsEmployee(page, "/dashboard/products");
    await expect(page.getByRole("table")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Rye & Hazelnut" }).click();
    await expect(page.getByRole("form", { name: "Adjust stock" })).toBeVisible();
    await expectAccessible(page);
  });
}

test("staff adjust the stock, and a customer sees the result", async ({ page, request }) => {
  const before = await stock(request, "rye-hazelnut");
  await openAsEmployee(page, "/dashboard");
  await page.getByRole("link", { name: "Products" }).click();
  await page.getByRole("link", { name: "Rye & Hazelnut" }).click();
  await adjust(page, "Delivery", "Pieces delivered", "24");
  await expect(page.getByText(`${String(before + 24)} in stock`, { exact: true })).toBeVisible();
  await adjust(page, "Waste", "Pieces thrown away", "4", "Broken in the oven.");
  await expect(page.getByText(`${String(before + 20)} in stock`, { exact: true })).toBeVisible();
  expect(await stock(request, "rye-hazelnut")).toBe(before + 20);

  const history = page.getByRole("region", { name: "History" }).getByRole("listitem");
  await expect(history.filter({ hasText: "+24" }).first()).toContainText("Delivery");
  await expect(history.filter({ hasText: "Broken in the oven." }).first()).toContainText("−4");

  // A price is not for staff to change.
  await expect(page.getByLabel("Price")).toHaveCount(0);
});

test("a sale during a count is not lost", async ({ page, request }) => {
  const before = await stock(request, "ginger-crackle");
  await openAsEmployee(page, "/dashboard/products/ginger-crackle");
  await expect(page.getByText(`${String(before)} in stock`, { exact: true })).toBeVisible();
  await placeOrder(request, "ginger-crackle", "Grace Hopper", 2);
  // The page still shows the stock before the sale, and two pieces more were counted.
  await adjust(page, "Count", "Pieces counted", String(before + 2));
  await expect(page.getByText(`${String(before)} in stock`, { exact: true })).toBeVisible();
  expect(await stock(request, "ginger-crackle")).toBe(before);
});

test("a stock never becomes negative", async ({ page, request }) => {
  const before = await stock(request, "half-moon");
  await openAsEmployee(page, "/dashboard/products/half-moon");
  await adjust(page, "Waste", "Pieces thrown away", String(before + 1));
  await expect(page.getByRole("alert")).toContainText("too low");
  expect(await stock(request, "half-moon")).toBe(before);
});

test("an unknown product is not found", async ({ page }) => {
  await openAsEmployee(page, "/dashboard/products");
  await page.goto("/dashboard/products/unknown");
  await expect(page.getByRole("heading", { name: "Product not found" })).toBeVisible();
});

async function adjust(page: Page, reason: string, label: string, pieces: string, note = ""): Promise<void> {
  await page.getByLabel("Reason").selectOption(reason);
  await page.getByLabel(label).fill(pieces);
  await page.getByLabel("Note (optional)").fill(note);
  const answered = page.waitForResponse((response) => response.url().endsWith("/stock"));
  await page.getByRole("button", { name: "Adjust stock" }).click();
  await answered;
}
