/** Shared by the browser tests: screens, accessibility checks and the public API. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type APIRequestContext, type APIResponse, type Page } from "@playwright/test";

/** A narrow phone (or a desktop at 400 % zoom) and a desktop, in light and dark mode. */
export const SCREENS = (["light", "dark"] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width, name: `${colorScheme}, ${String(width)} wide` })),
);

export async function setScreen(page: Page, { colorScheme, width }: (typeof SCREENS)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 800 });
}

/** Expects no accessibility violations and no horizontal scrolling. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "how far the page scrolls sideways").toBeLessThanOrEqual(0);
}

/** The API's address, read once: two hundred orders in parallel must not all request the same file. */
export function apiUrl(request: APIRequestContext): Promise<string> {
  knownApiUrl ??= readApiUrl(request);
  return knownApiUrl;
}

let knownApiUrl: Promise<string> | undefined;

async function readApiUrl(request: APIRequestContext): Promise<string> {
  const response = await retryWhileBusy(() => request.get("/config.json"));
  return ((await response.json()) as { apiUrl: string }).apiUrl;
}

export async function stock(request: APIRequestContext, productId: string): Promise<number> {
  return (await product(request, productId)).stock;
}

export interface Product {
  readonly stock: number;
  readonly price: { readonly amount: number; readonly currency: string };
}

export async function product(request: APIRequestContext, productId: string): Promise<Product> {
  const address = `${await apiUrl(request)}/products/${productId}`;
  const answer = await retryWhileBusy(() => request.get(address));
  return (await answer.json()) as Product;
}

/** Repeats a request while the shop is busy, like the site does. */
export async function retryWhileBusy(ask: () => Promise<APIResponse>): Promise<APIResponse> {
  let answer = await ask();
  await expect
    .poll(
      async () => {
        if (isBusy(answer)) answer = await ask();
        return isBusy(answer);
      },
      { message: "the shop is busy", timeout: 900_000, intervals: [1_000, 2_000] },
    )
    .toBe(false);
  return answer;
}

const isBusy = (answer: APIResponse): boolean => [502, 503, 504].includes(answer.status());

/** Places an order through the API. */
export async function submitOrder(
  request: APIRequestContext,
  productId: string,
  name: string,
  quantity = 1,
): Promise<{ orderId: string }> {
  const address = `${await apiUrl(request)}/orders`;
  const { price } = await product(request, productId);
  const total = { ...price, amount: price.amount * quantity };
  // One key for all attempts, so that they create one order.
  const key = crypto.randomUUID();
  const answer = await retryWhileBusy(() =>
    request.post(address, {
      headers: { "idempotency-key": key },
      data: {
        customer: {
          name,
          email: "browser-tests@example.com",
          address: { street: "Kleine Gasse 4", postalCode: "1010", city: "Wien", country: "AT" },
        },
        lines: [{ productId, quantity }],
        total,
      },
    }),
  );
  expect(answer.status()).toBe(202);
  return (await answer.json()) as { orderId: string };
}

/** Places an order and waits until it is decided. */
export async function placeOrder(
  request: APIRequestContext,
  productId: string,
  name: string,
  quantity = 1,
): Promise<string> {
  const { orderId } = await submitOrder(request, productId, name, quantity);
  const address = `${await apiUrl(request)}/orders/status/${orderId}`;
  await expect
    .poll(
      async () => {
        const answer = await retryWhileBusy(() => request.get(address));
        expect(answer.status()).toBe(200);
        return ((await answer.json()) as { status: string }).status;
      },
      { message: "the order is decided" },
    )
    .not.toBe("RUNNING");
  return orderId;
}
