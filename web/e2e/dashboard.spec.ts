/**
 * The dashboard of a running stack, compared with what the API returns to the same employee.
 *
 * Tests in parallel create orders, and so does each of these, so no test depends on their number.
 */
import { readFile } from "node:fs/promises";
import { expect, test, type APIRequestContext, type Locator, type Page } from "@playwright/test";
import {
  dayIn,
  dayOf,
  isSale,
  listOrders,
  openAsEmployee,
  placeOrders,
  SOLD_OUT,
  type Order,
} from "./employee";
import { pool, signIn } from "./pool";
import { expectAccessible, placeOrder, SCREENS, setScreen } from "./shop";

test("the list matches the API page by page while orders arrive", async ({ page, request, baseURL }) => {
  const [placed = ""] = await placeOrders(request, 60, "Paging");
  const authorization = `Bearer ${(await signIn(request, await pool(request, baseURL))).accessToken}`;
  const day = await dayOf(request, authorization, placed);
  const list = async () =>
    (await listOrders(request, authorization, { from: day, to: day })).map(({ id }) => id);
  const before = await list();
  await openAsEmployee(page, `/dashboard?from=${day}&to=${day}`);
  await expect(rows(page).first()).toBeVisible();

  const more = page.getByRole("button", { name: "Show more orders" });
  while (await more.isVisible()) {
    const shown = await rows(page).count();
    await placeOrder(request, SOLD_OUT, "Between two pages");
    await more.click();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(shown);
  }

  const shown = await ids(page);
  expect(new Set(shown).size, "an order is shown once").toBe(shown.length);
  expect(
    before.filter((id) => !shown.includes(id)),
    "what was there already is shown",
  ).toEqual([]);
  expect(shown, "as the API has it").toEqual((await list()).filter((id) => shown.includes(id)));
});

test("new orders do not move rows and are shown on request", async ({ page, request }) => {
  await placeOrder(request, SOLD_OUT, "Before");
  await openAsEmployee(page, "/dashboard");
  await expect(rows(page).first()).toBeVisible();
  const before = await ids(page);

  const id = await placeOrder(request, SOLD_OUT, "Just come in");
  await expect(page.getByText(/^\d+( or more)? new orders?/u).first()).toBeVisible();
  expect(await ids(page)).toEqual(before);

  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.locator(`a[href="/dashboard/orders/${id}"]`)).toBeVisible();
});

test("the filter is in the URL and survives a reload and going back", async ({ page, request }) => {
  // If the day changes, the orders belong to this day or a later one.
  const from = await today(request);
  await placeOrder(request, SOLD_OUT, "Rejected");
  await placeOrder(request, "ginger-crackle", "Confirmed");
  await openAsEmployee(page, "/dashboard");
  await page.getByRole("radio", { name: "Rejected" }).check();
  await expect(page).toHaveURL("/dashboard?status=REJECTED");
  await expectStatuses(page, "Rejected");

  await page.getByLabel("From", { exact: true }).fill(from);
  await expect(page).toHaveURL(`/dashboard?status=REJECTED&from=${from}`);
  await page.reload();
  await expect(page.getByRole("radio", { name: "Rejected" })).toBeChecked();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue(from);
  await expectStatuses(page, "Rejected");

  await page.goBack();
  await expect(page).toHaveURL("/dashboard?status=REJECTED");
  await page.goBack();
  await expect(page).toHaveURL("/dashboard");
  await expect(page.getByRole("radio", { name: "All" })).toBeChecked();
  await expect(rows(page).filter({ hasText: "Confirmed" }).first()).toBeVisible();
});

test("going back from an order returns to the same place in the list", async ({ page, request }) => {
  await placeOrders(request, 30, "Scrolling");
  await openAsEmployee(page, "/dashboard?status=REJECTED");
  // Wait for what is above the list.
  await expect(figures(page)).toBeVisible();
  const row = rows(page).nth(25);
  await row.scrollIntoViewIfNeeded();
  const number = await row.getByRole("link").textContent();
  const path = await row.getByRole("link").getAttribute("href");
  const scrolled = await page.evaluate(() => window.scrollY);
  expect(scrolled).toBeGreaterThan(0);

  await row.click();
  await expect(page).toHaveURL(path ?? "");
  await expect(page.getByRole("heading", { level: 1, name: "Order" })).toBeFocused();
  await page.getByRole("link", { name: "All orders" }).click();

  await expect(page).toHaveURL("/dashboard?status=REJECTED");
  await expect(page.getByRole("link", { name: number ?? "" })).toBeInViewport();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scrolled);
});

test("an order is found by its number and shows why it was rejected", async ({ page, request }) => {
  const id = await placeOrder(request, SOLD_OUT, "Ada Lovelace", 3);
  await openAsEmployee(page, "/dashboard");
  const search = page.getByRole("textbox", { name: "Order number" });
  await search.fill("caramel");
  await search.press("Enter");
  await expect(page.getByText("That’s not a valid order number.")).toBeVisible();

  await search.fill(` ${id.toUpperCase()} `);
  await search.press("Enter");
  await expect(page).toHaveURL(`/dashboard/orders/${id}`);
  await expect(page.getByRole("region", { name: "Customer" })).toContainText("Ada Lovelace");
  await expect(page.getByRole("region", { name: "Items" })).toContainText("Caramel Waffle");
  const history = page.getByRole("region", { name: "History" });
  await expect(history).toContainText("Not enough in stock.");
  await expect(history).toContainText("Caramel Waffle: 3 requested, 0 available");
});

test("unknown and invalid order numbers show an error", async ({ page }) => {
  await openAsEmployee(page, "/dashboard/orders/019ac3f0-0000-7000-8000-000000000000");
  await expect(page.getByRole("heading", { level: 1, name: "Order not found" })).toBeVisible();
  await page.goto("/dashboard/orders/nope");
  await expect(
    page.getByRole("heading", { level: 1, name: "That’s not a valid order number" }),
  ).toBeVisible();
});

test("today's totals match today's orders", async ({ page, request }) => {
  await placeOrder(request, "ginger-crackle", "Figures", 2);
  const authorization = await openAsEmployee(page, "/dashboard");

  // Tests in parallel create orders, and a new day may begin: retry until page and API agree.
  await expect(async () => {
    await page.reload();
    await expect(figures(page)).toBeVisible();
    const day = await today(request);
    const { confirmed, texts } = addUp(await listOrders(request, authorization, { from: day, to: day }));
    if (confirmed === 0) await placeOrder(request, "ginger-crackle", "Figures of a new day");
    expect(confirmed).toBeGreaterThan(0);
    for (const text of texts) {
      await expect(todaysRegion(page).getByText(text, { exact: true }).first()).toBeVisible({
        timeout: 1_000,
      });
    }
  }).toPass();
});

test("all matching orders are exported, a row per line", async ({ page, request }) => {
  const name = '=HYPERLINK("https://evil.example","Zoë")';
  const from = await today(request);
  // More than one page.
  await placeOrders(request, 60, "Export");
  const id = await placeOrder(request, SOLD_OUT, name);
  const authorization = await openAsEmployee(page, `/dashboard?status=REJECTED&from=${from}`);
  await expect(page.locator(`a[href="/dashboard/orders/${id}"]`)).toBeVisible();
  const before = await listOrders(request, authorization, { status: "REJECTED", from });

  const downloading = page.waitForEvent("download");
  const earliest = await today(request);
  await page.getByRole("button", { name: "Export as CSV" }).click();
  const download = await downloading;
  const days = [earliest, await today(request)];
  expect(days.map((day) => `orders-${day}-rejected-from-${from}.csv`)).toContain(
    download.suggestedFilename(),
  );

  const text = await readFile(await download.path(), "utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  const lines = text.slice(1).trimEnd().split("\r\n");
  // Ignore orders that other tests created meanwhile.
  const exported = lines.slice(1).map((line) => line.slice(0, 36));
  const expected = before.flatMap((order) => order.lines.map(() => order.id));
  expect(expected.length).toBeGreaterThan(60);
  expect(exported.filter((order) => expected.includes(order))).toEqual(expected);
  expect(lines.find((line) => line.startsWith(id))).toContain(
    `"'=HYPERLINK(""https://evil.example"",""Zoë"")"`,
  );
});

test("an order can be opened and left with the keyboard", async ({ page, request }) => {
  await placeOrder(request, SOLD_OUT, "Keyboard");
  await openAsEmployee(page, "/dashboard");
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeFocused();
  const first = rows(page).first().getByRole("link");
  await expect(first).toBeVisible();
  // From the element before it, which may be the notice about new orders.
  await first.focus();
  await page.keyboard.press("Shift+Tab");
  await expect(first).not.toBeFocused();
  await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Order" })).toBeFocused();
  const print = page.getByRole("button", { name: "Print" });
  await expect(print).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(print).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeFocused();
});

test("printing an order omits navigation and buttons", async ({ page, request }) => {
  const id = await placeOrder(request, SOLD_OUT, "Paper");
  await openAsEmployee(page, `/dashboard/orders/${id}`);
  await expect(page.getByText("Kleine Gasse 4")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Kleine Gasse 4")).toBeVisible();
  for (const other of [
    page.getByRole("banner"),
    page.getByRole("contentinfo"),
    page.getByRole("navigation"),
  ]) {
    await expectHidden(other);
  }
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
});

for (const screen of SCREENS) {
  test(`the dashboard is accessible: ${screen.name}`, async ({ page, request }) => {
    const id = await placeOrder(
      request,
      SOLD_OUT,
      "Maximiliane-Alexandra von und zu Hohenlohe-Schillingsfürst",
    );
    await setScreen(page, screen);
    await openAsEmployee(page, "/dashboard");
    await expect(rows(page).first()).toBeVisible();
    await todaysRegion(page).getByText("Orders per hour").first().click();
    await page.getByText("View as table").click();
    await expectAccessible(page);

    await page.goto("/dashboard?from=2000-01-02&to=2000-01-01");
    await expect(page.getByText("The start date is after the end date.")).toBeVisible();
    await page.getByRole("textbox", { name: "Order number" }).press("Enter");
    await expect(page.getByText("Enter an order number.")).toBeVisible();
    await expectAccessible(page);

    await page.goto(`/dashboard/orders/${id}`);
    await expect(page.getByRole("region", { name: "History" })).toBeVisible();
    await expectAccessible(page);
  });
}

const today = (request: APIRequestContext): Promise<string> => dayIn(request, new Date());

const todaysRegion = (page: Page): Locator => page.getByRole("region", { name: /^Today/u });

/** One of today's totals, which appear together. */
const figures = (page: Page): Locator =>
  todaysRegion(page)
    .getByText(/\d confirmed$/u)
    .first();

/** The rows of the list; the chart has its own table. */
const rows = (page: Page): Locator =>
  page
    .getByRole("table", { name: /^Orders/u })
    .getByRole("row")
    .filter({ has: page.getByRole("link") });

const ids = (page: Page): Promise<string[]> =>
  rows(page)
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? ""));

async function expectStatuses(page: Page, status: string): Promise<void> {
  await expect(rows(page).first()).toBeVisible();
  await expect
    .poll(async () => {
      const texts = await rows(page).allTextContents();
      return texts.filter((text) => !text.endsWith(status));
    })
    .toEqual([]);
}

async function expectHidden(places: Locator): Promise<void> {
  for (const place of await places.all()) await expect(place).toBeHidden();
}

/** Computed independently of the page: in cents, sales only. */
function addUp(orders: readonly Order[]) {
  const confirmed = orders.filter(isSale);
  const cents = confirmed.reduce((sum, { total }) => sum + total.amount, 0);
  const euros = (amount: number) =>
    `€${(amount / 100).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  return {
    confirmed: confirmed.length,
    texts: [
      `${String(confirmed.length)} confirmed`,
      `${String(orders.filter(({ status }) => status === "REJECTED").length)} rejected`,
      euros(cents),
      euros(confirmed.length === 0 ? 0 : Math.round(cents / confirmed.length)),
    ],
  };
}
