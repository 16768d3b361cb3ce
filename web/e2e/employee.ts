/**
 * Shared by the staff tests: signing in, and the API as an employee.
 *
 * `infra-gen dev -- COMMAND` sets the address and the password of one user per role.
 */
import { expect, type APIRequestContext, type Page } from "@playwright/test";
import { apiUrl, retryWhileBusy, placeOrder } from "./shop";

/** A manager may do everything that staff may do. */
export type Role = "staff" | "manager";

/** Sold out, so an order of it is rejected and does not change any stock. */
export const SOLD_OUT = "caramel-waffle";

export interface Order {
  readonly id: string;
  readonly createdAt: string;
  readonly number: string;
  readonly status: "PENDING" | "CONFIRMED" | "PACKED" | "SHIPPED" | "DELIVERED" | "CANCELLED" | "REJECTED";
  readonly customer: { readonly name: string };
  readonly lines: readonly { readonly productId: string; readonly name: string; readonly quantity: number }[];
  readonly total: { readonly amount: number; readonly currency: string };
}

/**
 * Opens a staff page, signs in on the pool's page and waits for the heading. Returns the authorization
 * header.
 */
export async function openAsEmployee(page: Page, path: string, role: Role = "staff"): Promise<string> {
  const asked = page.waitForRequest(
    (request) => request.headers().authorization?.startsWith("Bearer ") === true,
  );
  await page.goto(path);
  const { email, password } = credentials(role);
  await page.locator("input[name=username]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const authorization = (await asked).headers().authorization ?? "";
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return authorization;
}

/** How the local user with this role signs in. */
export function credentials(role: Role = "staff"): { readonly email: string; readonly password: string } {
  return {
    email: variable(`${role.toUpperCase()}_EMAIL`),
    password: variable(`${role.toUpperCase()}_PASSWORD`),
  };
}

function variable(name: string): string {
  const value = process.env[name] ?? "";
  expect(value, `\`${name}\`; run \`infra-gen dev -- npm run e2e\`, which sets it`).not.toBe("");
  return value;
}

/** Whether an order is a sale: it was confirmed and not cancelled. */
export const isSale = ({ status }: Order): boolean => !["PENDING", "CANCELLED", "REJECTED"].includes(status);

/** All orders that match a filter, as the API returns them. */
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
    const answer = await retryWhileBusy(() =>
      request.get(`${api}/orders?${query.toString()}`, { headers: { authorization } }),
    );
    expect(answer.status()).toBe(200);
    const page = (await answer.json()) as { items: Order[]; nextToken?: string };
    orders.push(...page.items);
    after = page.nextToken;
  } while (after !== undefined);
  return orders;
}

/** The day in the shop's time zone: `2026-11-22`. */
export async function dayIn(request: APIRequestContext, moment: Date): Promise<string> {
  const answer = await request.get("/config.json");
  const { timeZone } = (await answer.json()) as { timeZone: string };
  // The Swedish locale uses the API's date format.
  return moment.toLocaleDateString("sv-SE", { timeZone });
}

/** The day of an order, which may no longer be today. */
export async function dayOf(
  request: APIRequestContext,
  authorization: string,
  orderId: string,
): Promise<string> {
  const answer = await request.get(`${await apiUrl(request)}/orders/${orderId}`, {
    headers: { authorization },
  });
  expect(answer.status()).toBe(200);
  return dayIn(request, new Date(((await answer.json()) as Order).createdAt));
}

/** Places orders concurrently. */
export const placeOrders = (request: APIRequestContext, count: number, name: string): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => placeOrder(request, SOLD_OUT, name)));
