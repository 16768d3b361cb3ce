/**
 * Reports on a running stack: requested on the dashboard, sent to the local inbox, opened from there, and
 * compared with totals computed from the API.
 *
 * No orders are placed while these tests run, so that the totals match.
 */
import { expect, test, type APIRequestContext, type Locator, type Page } from "@playwright/test";
import { isSale, listOrders, openAsEmployee, SOLD_OUT, type Order } from "./employee";
import { apiUrl, expectAccessible, placeOrder, SCREENS, setScreen } from "./shop";

const MADE = { timeout: 600_000 };

test.describe.configure({ mode: "serial", timeout: 1_800_000 });

test("a report is sent, and its totals match the orders", async ({ page, request }) => {
  await placeOrder(request, SOLD_OUT, "<script>document.title = 'evil'</script>");
  await placeOrder(request, "ginger-crackle", "Ann & Bob", 2);
  const authorization = await openAsEmployee(page, "/dashboard");

  await page.getByRole("button", { name: "Generate report" }).click();
  await expect(panel(page).getByRole("heading", { name: /^Your report is / })).toBeVisible();
  // Leave the page, go back, and reload it.
  await page.getByRole("link", { name: "Quarter Past" }).click();
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.goBack();
  await expect(panel(page).getByRole("heading", { name: /^Your report is / })).toBeVisible();
  await page.reload();
  await expectMailed(page);
  await expect(panel(page).getByRole("listitem").first()).toContainText("@");
  // The requester gets the report as well as the subscribers.
  await expect(panel(page).getByText("We sent it to you at")).toBeVisible();
  await expectAccessible(page);
  const end = (await panel(page).locator("time").getAttribute("datetime")) ?? "";
  expect(Date.parse(end)).toBeGreaterThan(Date.now());

  const [ordersLink, productsLink, reportPage] = await mailedLinks(page, end);
  // One e-mail to the subscribers, one to the requester.
  await expect(mails(page, await inShopZone(request, end))).toHaveCount(2);

  const orders = await listOrders(request, authorization, {});
  const stored = await request.get(ordersLink);
  expect(stored.headers()["content-encoding"]).toBe("gzip");

  // The link to the report page leads to new links after signing in.
  await page.goto(reportPage);
  const fresh = page.getByRole("link", { name: "Open the orders report" });
  await expect(fresh).toBeVisible();
  await expectAccessible(page);
  expect(await fresh.getAttribute("href")).not.toBe(ordersLink);
  await fresh.click();
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
  await page.goto(ordersLink);
  await expectOrdersReport(page, orders);
  await page.goto(productsLink);
  await expectProductsReport(page, orders, await listProducts(request));
});

test("a report is accessible on small and large screens, in light and dark mode", async ({ page }) => {
  const [ordersLink, productsLink] = await mailedLinks(page);
  for (const link of [ordersLink, productsLink]) {
    for (const screen of SCREENS) {
      await setScreen(page, screen);
      await page.goto(link);
      await expectAccessible(page);
    }
  }
});

test("expired and altered links are rejected", async ({ page, request }) => {
  const [link] = await mailedLinks(page);
  expect((await request.get(link)).status()).toBe(200);

  // As if it had expired a minute ago.
  const lasts = Number(new URL(link).searchParams.get("X-Amz-Expires"));
  const signed = new Date(Date.now() - (lasts + 60) * 1000);
  const ended = change(link, "X-Amz-Date", signed.toISOString().replaceAll(/[-:]|\.\d+/gu, ""));
  const answer = await request.get(ended);
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain("Request has expired");

  const longer = change(link, "X-Amz-Expires", String(lasts + 60));
  expect((await request.get(longer)).status(), "a longer life than was signed").toBe(403);
  const elsewhere = link.replace(/(\/[^/?]+)(\.html)/u, "$1x$2");
  expect(elsewhere).not.toBe(link);
  expect((await request.get(elsewhere)).status(), "another file").toBe(403);
  expect((await request.get(link.replace(/\?.*/u, ""))).status(), "no signature").toBe(403);
  expect((await request.put(link, { data: "mine" })).status(), "writing").toBe(403);
});

test("two tabs that request a report at once get one report", async ({ browser }) => {
  const pages = await Promise.all(
    ["one", "other"].map(async () => {
      const page = await (await browser.newContext()).newPage();
      await openAsEmployee(page, "/dashboard");
      await expect(page.getByRole("button", { name: "Generate report" })).toBeVisible();
      return page;
    }),
  );
  const answers = pages.map((page) =>
    page.waitForResponse((response) => response.url().endsWith("/create_report")),
  );
  await Promise.all(pages.map((page) => page.getByRole("button", { name: "Generate report" }).click()));
  const executions = await Promise.all(
    answers.map(async (answer) => ((await (await answer).json()) as { executionArn: string }).executionArn),
  );
  expect(new Set(executions).size).toBe(1);
  for (const page of pages) {
    await expectMailed(page);
    await page.context().close();
  }
});

const panel = (page: Page): Locator => page.getByRole("region", { name: "Report", exact: true });

/** Waits until the report succeeds or fails. */
async function expectMailed(page: Page): Promise<void> {
  const ended = panel(page).getByRole("button", { name: "Generate another" });
  await expect(ended).toBeVisible(MADE);
  await expect(panel(page).getByRole("heading")).toHaveText("Your report is ready");
}

/** The links of the newest report e-mail in the inbox. */
async function mailedLinks(
  page: Page,
  end?: string,
): Promise<[orders: string, products: string, reportPage: string]> {
  const mail = mails(page).first();
  await expect(async () => {
    await page.goto("/_inbox");
    await expect(mail).toBeVisible({ timeout: 10_000 });
    if (end !== undefined) {
      await expect(mail).toContainText(await inShopZone(page.request, end), { timeout: 1_000 });
    }
  }).toPass();

  const links = await mail
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const [reportPage, orders, products] = links;
  if (reportPage === undefined || orders === undefined || products === undefined) {
    throw new Error("the mail has not three links in it");
  }
  return [orders, products, reportPage];
}

/** The report e-mails in the inbox that contain `text`, newest first. */
const mails = (page: Page, text = ""): Locator =>
  page
    .getByRole("article")
    .filter({ has: page.getByRole("heading", { name: /orders and products/u }) })
    .filter({ hasText: text });

const shopZone = async (request: APIRequestContext): Promise<string> =>
  ((await (await request.get("/config.json")).json()) as { timeZone: string }).timeZone;

/** The expiry of the links as in the e-mail, to the minute: `Direct links, until 23 Nov 2026, 02:45`. */
async function inShopZone(request: APIRequestContext, at: string): Promise<string> {
  const timeZone = await shopZone(request);
  const date = { day: "numeric", month: "short", year: "numeric" } as const;
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  const text = new Date(at).toLocaleString("en-GB", { ...date, ...clock, timeZone });
  return `until ${text}`;
}

async function expectOrdersReport(page: Page, orders: readonly Order[]): Promise<void> {
  const zone = await shopZone(page.request);
  const confirmed = orders.filter(isSale);
  const count = (status: Order["status"]) => orders.filter((order) => order.status === status).length;
  const revenue = sum(confirmed.map(({ total }) => total.amount));

  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
  await expect(page).toHaveTitle(/^Orders · .* · Quarter Past$/u);
  expect(await headlines(page)).toMatchObject({
    Revenue: euros(revenue),
    Orders: grouped(orders.length),
    "Average order value": euros(Math.round(revenue / confirmed.length)),
    Pending: grouped(count("PENDING")),
    Rejected: grouped(count("REJECTED")),
  });

  // Names of customers are escaped.
  await expect(page.getByText("<script>document.title = 'evil'</script>").first()).toBeAttached();

  const sold = new Map<string, number>();
  for (const { name, quantity } of confirmed.flatMap(({ lines }) => lines)) {
    sold.set(name, (sold.get(name) ?? 0) + quantity);
  }
  const best = await cells(page.getByRole("table", { name: "Best sellers" }), 2);
  expect(Object.fromEntries(best)).toEqual(
    Object.fromEntries(
      [...sold].filter(([name]) => best.has(name)).map(([name, pieces]) => [name, grouped(pieces)]),
    ),
  );
  expect(best.size).toBe(Math.min(sold.size, 10));

  await expectBars(
    page.getByRole("img", { name: "Orders per day", exact: false }),
    byDay(zone, orders, () => 1),
    (text) =>
      sum([...text.matchAll(/(\d+) (?:sold|pending|cancelled|not processed)/gu)].map(([, n]) => Number(n))),
  );
  await expectBars(
    page.getByRole("img", { name: "Revenue per day (EUR)", exact: false }),
    byDay(zone, confirmed, ({ total }) => total.amount),
    (text) => Math.round(Number(text.replace(/.*: €/u, "").replaceAll(",", "")) * 100),
  );
}

interface Product {
  readonly id: string;
  readonly name: string;
  readonly price: { readonly amount: number };
  readonly stock: number;
}

async function expectProductsReport(
  page: Page,
  orders: readonly Order[],
  products: readonly Product[],
): Promise<void> {
  const lines = orders.filter(isSale).flatMap((order) => order.lines);
  await expect(page.getByRole("heading", { level: 1, name: "Products" })).toBeVisible();
  expect(await headlines(page)).toMatchObject({
    "Stock value": euros(sum(products.map(({ price, stock }) => price.amount * stock))),
    Stock: grouped(sum(products.map(({ stock }) => stock))),
    "Sold out": grouped(products.filter(({ stock }) => stock === 0).length),
    Sold: grouped(sum(lines.map(({ quantity }) => quantity))),
  });
  for (const { id, name, stock } of products) {
    const row = page.getByRole("table", { name: "All products" }).getByRole("row").filter({ hasText: id });
    const pieces = sum(lines.filter(({ productId }) => productId === id).map(({ quantity }) => quantity));
    await expect(row.first()).toContainText(name);
    await expect(row.first().locator('[data-label="Stock"]')).toHaveText(grouped(stock));
    await expect(row.first().locator('[data-label="Sold"]')).toHaveText(grouped(pieces));
  }
}

/** Expects each bar to show the value of its day, with a matching height. */
async function expectBars(
  chart: Locator,
  expected: ReadonlyMap<string, number>,
  read: (text: string) => number,
): Promise<void> {
  const drawn = await chart.evaluate((svg) => ({
    top: svg.parentElement?.querySelector(".scale span")?.textContent ?? "",
    height: (svg as SVGSVGElement).viewBox.baseVal.height,
    bars: [...svg.querySelectorAll("g")].map((bar) => ({
      text: bar.querySelector("title")?.textContent ?? "",
      height: [...bar.querySelectorAll("rect:not(.target)")].reduce(
        (all, part) => all + Number(part.getAttribute("height")),
        0,
      ),
    })),
  }));
  expect(new Map(drawn.bars.map(({ text }) => [text.split(":")[0], read(text)]))).toEqual(expected);
  const top = drawn.top.startsWith("€") ? read(`: ${drawn.top}`) : Number(drawn.top.replaceAll(",", ""));
  for (const { text, height } of drawn.bars) {
    expect(Math.abs((height / drawn.height) * top - read(text)), text).toBeLessThanOrEqual(top / 100);
  }
}

/** A value per day between the first and the last order. */
function byDay(
  zone: string,
  orders: readonly Order[],
  figure: (order: Order) => number,
): Map<string, number> {
  const days = new Map<string, number>();
  for (const order of [...orders].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))) {
    const day = new Date(order.createdAt).toLocaleDateString("en-GB", {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: zone,
    });
    days.set(day, (days.get(day) ?? 0) + figure(order));
  }
  return days;
}

async function headlines(page: Page): Promise<Record<string, string>> {
  const pairs = await page
    .locator("dl.headlines > div")
    .evaluateAll((all) =>
      all.map((pair) => [pair.querySelector("dt")?.textContent, pair.querySelector(".figure")?.textContent]),
    );
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** The cells of a column by the name of their row. */
async function cells(table: Locator, column: number): Promise<Map<string, string>> {
  const pairs = await table
    .locator("tbody tr")
    .evaluateAll(
      (rows, at) =>
        rows.map((row): [string, string] => [
          row.children[0]?.textContent ?? "",
          row.children[at - 1]?.textContent ?? "",
        ]),
      column,
    );
  return new Map(pairs);
}

async function listProducts(request: APIRequestContext): Promise<Product[]> {
  const answer = await request.get(`${await apiUrl(request)}/products?limit=100`);
  return ((await answer.json()) as { items: Product[] }).items;
}

function change(link: string, parameter: string, value: string): string {
  const url = new URL(link);
  url.searchParams.set(parameter, value);
  return url.href;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const grouped = (number: number): string => number.toLocaleString("en");

const euros = (cents: number): string =>
  `€${(cents / 100).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
