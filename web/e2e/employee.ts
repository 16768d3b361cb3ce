/**
 * What the employees' tests share: signing in, the API as that employee sees it, and orders to look at.
 *
 * `EMPLOYEE_EMAIL` and `EMPLOYEE_PASSWORD` say who it is; `infra-gen dev -- COMMAND` sets both.
 */
import AxeBuilder from "@axe-core/playwright";
import { expect, type APIRequestContext, type Page } from "@playwright/test";

/** Nobody can buy it, so an order of it is turned down and takes nothing from the shelf. */
export const SOLD_OUT = "caramel-waffle";

export interface Order {
  readonly id: string;
  readonly createdAt: string;
  readonly status: "PENDING" | "CONFIRMED" | "REJECTED";
  readonly customer: { readonly name: string };
  readonly lines: readonly { readonly productId: string; readonly name: string; readonly quantity: number }[];
  readonly total: { readonly amount: number; readonly currency: string };
}

/** Opens a page for employees, through the pool's own page, and waits for its heading. Hands back the access token. */
export async function openAsEmployee(page: Page, path: string): Promise<string> {
  const asked = page.waitForRequest(
    (request) => request.headers().authorization?.startsWith("Bearer ") === true,
  );
  await page.goto(path);
  await page.locator("input[name=username]").fill(credential("EMPLOYEE_EMAIL"));
  await page.locator("input[name=password]").fill(credential("EMPLOYEE_PASSWORD"));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const authorization = (await asked).headers().authorization ?? "";
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return authorization;
}

function credential(name: string): string {
  const value = process.env[name] ?? "";
  expect(value, `\`${name}\`; run \`infra-gen dev -- npm run e2e\`, which sets it`).not.toBe("");
  return value;
}

export async function apiUrl(request: APIRequestContext): Promise<string> {
  return ((await (await request.get("/config.json")).json()) as { apiUrl: string }).apiUrl;
}

/** All orders that a filter lets through, page by page, as the API gives them. */
export async function listOrders(
  request: APIRequestContext,
  authorization: string,
  filter: Record<string, string>,
): Promise<Order[]> {
  const api = await apiUrl(request);
  const orders: Order[] = [];
  let after: string | undefined;
  do {
    const query = new URLSearchParams({
      ...filter,
      limit: "100",
      ...(after !== undefined && { nextToken: after }),
    });
    const answer = await request.get(`${api}/orders?${query.toString()}`, { headers: { authorization } });
    expect(answer.status()).toBe(200);
    const page = (await answer.json()) as { items: Order[]; nextToken?: string };
    orders.push(...page.items);
    after = page.nextToken;
  } while (after !== undefined);
  return orders;
}

/** Orders one of a product as somebody, and waits until that is decided. */
export async function placeOrder(
  request: APIRequestContext,
  productId: string,
  name: string,
  quantity = 1,
): Promise<string> {
  const api = await apiUrl(request);
  const answer = await request.post(`${api}/orders`, {
    headers: { "idempotency-key": crypto.randomUUID() },
    data: {
      customer: {
        name,
        email: "dashboard@example.com",
        address: { street: "Kleine Gasse 4", postalCode: "1010", city: "Wien", country: "AT" },
      },
      lines: [{ productId, quantity }],
    },
  });
  expect(answer.status()).toBe(202);
  const { orderId, executionArn } = (await answer.json()) as { orderId: string; executionArn: string };
  await expect
    .poll(
      async () => {
        const status = await request.get(`${api}/orders/status/${encodeURIComponent(executionArn)}`);
        return ((await status.json()) as { status: string }).status;
      },
      { timeout: 30_000, message: "the order is decided" },
    )
    .not.toBe("RUNNING");
  return orderId;
}

/** So many orders at once, in no particular sequence. */
export const placeOrders = (request: APIRequestContext, count: number, name: string): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => placeOrder(request, SOLD_OUT, name)));

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "how far the page scrolls sideways").toBeLessThanOrEqual(0);
}
