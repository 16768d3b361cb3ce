/**
 * Packing, shipping, delivering and cancelling orders on a running stack, as an employee and as the customer.
 *
 * Tests in parallel change orders and stock, so each test orders for itself and compares differences.
 */
import { expect, test, type Page } from "@playwright/test";
import { openAsEmployee } from "./employee";
import { expectAccessible, placeOrder, product, SCREENS, setScreen, stock } from "./shop";

/** In stock, and not used by tests that count its stock. */
const COOKIE = "sea-salt-chocolate-chip";

test("an order is packed, shipped with a tracking link and delivered", async ({ page, request, browser }) => {
  const id = await placeOrder(request, COOKIE, "Grace Hopper");
  await openAsEmployee(page, `/dashboard/orders/${id}`);
  const history = page.getByRole("region", { name: "History" });

  await page.getByRole("button", { name: "Mark as packed" }).click();
  await expect(history).toContainText("Packed");
  await page.getByRole("button", { name: "Mark as shipped" }).click();
  await expect(page.getByText("Enter the carrier.")).toBeVisible();
  await page.getByLabel("Carrier").fill("Austrian Post");
  await page.getByLabel("Tracking link").fill("http://tracking.example.com/1");
  await page.getByRole("button", { name: "Mark as shipped" }).click();
  await expect(page.getByText("Enter a link that starts with https://")).toBeVisible();
  await page.getByLabel("Tracking link").fill("https://tracking.example.com/1");
  await page.getByRole("button", { name: "Mark as shipped" }).click();
  await expect(history).toContainText("Shipped with Austrian Post");

  // The customer has only the link, and is not signed in.
  const customer = await (await browser.newContext()).newPage();
  await customer.goto(`/orders/${id}`);
  await expect(customer.getByRole("heading", { level: 1, name: "Order shipped" })).toBeVisible();
  await expect(customer.getByRole("link", { name: /Track the parcel/u })).toHaveAttribute(
    "href",
    "https://tracking.example.com/1",
  );
  await expectAccessible(customer);

  await page.getByRole("button", { name: "Mark as delivered" }).click();
  await expect(history).toContainText("Delivered");
  await expect(page.getByRole("button", { name: "Mark as delivered" })).toBeHidden();
  await customer.reload();
  await expect(customer.getByRole("heading", { level: 1, name: "Order delivered" })).toBeVisible();
  await customer.context().close();
});

test("a cancelled order returns its stock to the catalogue", async ({ page, request, browser }) => {
  const cookie = "peanut-butter";
  const before = await stock(request, cookie);
  const id = await placeOrder(request, cookie, "Ada Lovelace");
  expect(await stock(request, cookie)).toBe(before - 1);
  await openAsEmployee(page, `/dashboard/orders/${id}`);

  await page.getByRole("button", { name: "Cancel order" }).click();
  await expect(page.getByLabel("Reason")).toBeFocused();
  await page.getByRole("button", { name: "Cancel this order" }).click();
  await expect(page.getByText("Enter the reason.")).toBeVisible();
  await page.getByLabel("Reason").fill("Ordered twice by mistake");
  await page.getByRole("button", { name: "Cancel this order" }).click();
  await expect(page.getByRole("region", { name: "History" })).toContainText("Ordered twice by mistake");
  expect(await stock(request, cookie)).toBe(before);

  const customer = await (await browser.newContext()).newPage();
  await customer.goto(`/orders/${id}`);
  await expect(customer.getByRole("heading", { level: 1, name: "Order cancelled" })).toBeVisible();
  await expect(customer.getByText("Ordered twice by mistake")).toBeHidden();
  await customer.context().close();
});

test("several orders are marked as packed at once", async ({ page, request }) => {
  const ids = await Promise.all([1, 2, 3].map(() => placeOrder(request, COOKIE, "In bulk")));
  await openAsEmployee(page, "/dashboard?status=CONFIRMED");
  for (const id of ids.slice(0, 2)) await rowOf(page, id).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Mark 2 orders as packed" }).click();
  const selected = page.getByRole("region", { name: "Selected orders" });
  await expect(selected.getByText("2 orders are packed.")).toBeVisible();
  for (const id of ids.slice(0, 2)) await expect(rowOf(page, id)).toContainText("Packed");
  const [, , left = ""] = ids;
  await expect(rowOf(page, left)).toContainText("Confirmed");
});

test("an order that someone else has changed is shown as it is now", async ({ page, request, browser }) => {
  const id = await placeOrder(request, COOKIE, "Two employees");
  await openAsEmployee(page, `/dashboard/orders/${id}`);
  await expect(page.getByRole("button", { name: "Mark as packed" })).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await openAsEmployee(other, `/dashboard/orders/${id}`);
  await other.getByRole("button", { name: "Cancel order" }).click();
  await other.getByLabel("Reason").fill("Ordered twice");
  await other.getByRole("button", { name: "Cancel this order" }).click();
  await expect(other.getByRole("region", { name: "History" })).toContainText("Cancelled");
  await other.context().close();

  await page.getByRole("button", { name: "Mark as packed" }).click();
  await expect(page.getByRole("region", { name: "History" })).toContainText("Cancelled");
});

test("the pick list sums up confirmed orders, and a packing slip has no prices", async ({
  page,
  request,
}) => {
  const id = await placeOrder(request, COOKIE, "Picked", 3);
  await openAsEmployee(page, "/dashboard/pick-list");
  const row = page.getByRole("row").filter({ hasText: "Sea Salt" });
  await expect(row).toBeVisible();
  expect(Number(await row.getByRole("cell").first().textContent())).toBeGreaterThanOrEqual(3);

  await page.goto(`/dashboard/orders/${id}/packing-slip`);
  await expect(page.getByText(/^Picked\s*Kleine Gasse 4/u)).toBeVisible();
  const { price } = await product(request, COOKIE);
  await expect(page.getByRole("main")).not.toContainText(`€${(price.amount / 100).toFixed(2)}`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("cell", { name: "3", exact: true }).first()).toBeVisible();
});

test("a note is shown to employees only", async ({ page, request, browser }) => {
  const id = await placeOrder(request, COOKIE, "With a note");
  await openAsEmployee(page, `/dashboard/orders/${id}`);
  const notes = page.getByRole("region", { name: "Notes" });
  await notes.getByLabel("Note").fill("Ring twice");
  await notes.getByRole("button", { name: "Add note" }).click();
  await expect(notes.getByRole("listitem")).toContainText("Ring twice");
  const customer = await (await browser.newContext()).newPage();
  await customer.goto(`/orders/${id}`);
  await expect(customer.getByRole("heading", { level: 1, name: "Order confirmed" })).toBeVisible();
  await expect(customer.getByText("Ring twice")).toBeHidden();
  await customer.context().close();
});

for (const screen of SCREENS) {
  test(`the fulfilment pages are accessible: ${screen.name}`, async ({ page, request }) => {
    await setScreen(page, screen);
    const id = await placeOrder(request, COOKIE, "Accessible");
    await openAsEmployee(page, `/dashboard/orders/${id}`);
    await expect(page.getByRole("button", { name: "Mark as packed" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Cancel order" }).click();
    await expect(page.getByLabel("Reason")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keep order" }).click();
    await page.getByRole("button", { name: "Mark as packed" }).click();
    await expect(page.getByLabel("Carrier")).toBeVisible();
    await expectAccessible(page);

    await page.goto("/dashboard/pick-list");
    await expect(page.getByRole("table").or(page.getByText("There is nothing to pack."))).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/dashboard/orders/${id}/packing-slip`);
    await expect(page.getByRole("table")).toBeVisible();
    await expectAccessible(page);

    await page.goto("/dashboard?status=CONFIRMED");
    await page.getByRole("checkbox").first().check();
    await expect(page.getByRole("button", { name: /^Mark \d+ orders? as packed$/u })).toBeVisible();
    await expectAccessible(page);
  });
}

const rowOf = (page: Page, id: string) =>
  page.getByRole("row").filter({ has: page.locator(`a[href="/dashboard/orders/${id}"]`) });
