/**
 * Guarantees of the API under many concurrent orders, on a running, seeded stack.
 *
 * Uses a product that no other test buys, and sells it out.
 */
import { expect, test, type APIRequestContext } from "@playwright/test";
import { apiUrl, retryWhileBusy, product, stock, type Product } from "./shop";

const PRODUCT = "rye-hazelnut";
const CUSTOMER = {
  name: "Grace Hopper",
  email: "grace@example.com",
  address: { street: "1 Harbour Road", postalCode: "10115", city: "Berlin", country: "DE" },
};

test.describe.configure({ mode: "serial", timeout: 1_800_000 });

test("two hundred concurrent orders sell exactly the stock", async ({ request }) => {
  const orders = 200;
  const before = await stock(request, PRODUCT);
  expect(before, "more is wanted than there is").toBeLessThan(orders);

  const submitted = await Promise.all(Array.from({ length: orders }, () => order(request)));
  expect(submitted.map(({ status }) => status)).toEqual(Array.from({ length: orders }, () => 202));

  const ended = await Promise.all(submitted.map(({ body }) => end(request, String(body.orderId))));
  const confirmed = ended.filter(({ status }) => status === "SUCCEEDED");
  const soldOut = ended.filter(({ error }) => error?.code === "OutOfStock");
  expect(confirmed.length).toBe(before);
  expect(soldOut.length).toBe(orders - before);
  expect(await stock(request, PRODUCT)).toBe(0);
});

test("one key sent twenty times at once creates one order, and another body with it is rejected", async ({
  request,
}) => {
  const key = crypto.randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, () => order(request, key)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.status).toBe(202);

  const other = await order(request, key, 2);
  expect(other.status).toBe(422);
  expect(other.body.type).toBe("/problems/idempotency-conflict");
});

let price: Product["price"] | undefined;

test("orders at a wrong price are rejected, and nothing is sold", async ({ request }) => {
  const before = await stock(request, PRODUCT);
  const answers = await Promise.all(
    [1, 10_000].map((amount) => order(request, crypto.randomUUID(), 1, amount)),
  );
  for (const { status, body } of answers) {
    expect([status, body.type]).toEqual([409, "/problems/price-changed"]);
    expect(body.priceChange).toMatchObject({ total: price });
  }
  expect(await stock(request, PRODUCT)).toBe(before);
});

interface Ended {
  status: string;
  error?: { code: string };
}

/** Sends an order and returns the response. */
async function order(
  request: APIRequestContext,
  key: string = crypto.randomUUID(),
  quantity = 1,
  agreed?: number,
) {
  const address = `${await apiUrl(request)}/orders`;
  price ??= (await product(request, PRODUCT)).price;
  const total = { ...price, amount: agreed ?? price.amount * quantity };
  const response = await retryWhileBusy(() =>
    request.post(address, {
      data: { customer: CUSTOMER, lines: [{ productId: PRODUCT, quantity }], total },
      headers: { "Idempotency-Key": key },
    }),
  );
  return { status: response.status(), body: (await response.json()) as Record<string, unknown> };
}

/** Polls an order until it is decided. */
async function end(request: APIRequestContext, orderId: string): Promise<Ended> {
  const address = `${await apiUrl(request)}/orders/status/${orderId}`;
  let last: Ended = { status: "RUNNING" };
  await expect
    .poll(
      async () => {
        const response = await retryWhileBusy(() => request.get(address));
        expect(response.status()).toBe(200);
        last = (await response.json()) as Ended;
        return last.status;
      },
      { timeout: 900_000, intervals: [1_000, 2_000] },
    )
    .not.toBe("RUNNING");
  return last;
}
