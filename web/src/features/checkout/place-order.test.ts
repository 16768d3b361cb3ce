/**
 * The idempotency key of a cart: the same from every tab until an order is accepted, so there are never two
 * orders.
 */
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { ApiError } from "../../api/failure";
import type { OrderId } from "../../api/orders/order-id";
import { fakeOrderApi, API, network, problem, type FakeOrderApi } from "../../test/network";
import { placeOrder, type Attempts } from "./place-order";

let orderApi: FakeOrderApi;
let attempts: FakeAttempts;
beforeEach(() => {
  orderApi = fakeOrderApi();
  attempts = fakeAttempts();
  network.use(...orderApi.handlers);
});

/** Attempts as the cart records them. */
interface FakeAttempts extends Attempts {
  key: string | undefined;
  unheard: number;
  readonly orders: OrderId[];
}

function fakeAttempts(): FakeAttempts {
  const attempts: FakeAttempts = {
    key: crypto.randomUUID(),
    unheard: 0,
    orders: [],
    begin: () => {
      if (attempts.key !== undefined) attempts.unheard += 1;
      return attempts.key;
    },
    accepted: (key, order) => {
      if (attempts.key !== key) return;
      attempts.key = undefined;
      attempts.orders.push(order);
    },
    refused: () => {
      attempts.unheard -= 1;
    },
  };
  return attempts;
}

const once = { once: true };
const failWith = (answer: () => Response) => {
  network.use(http.post(`${API}/orders`, answer, once));
};
/** The order arrives, the response does not. */
const loseResponse = () => {
  network.use(
    http.post(
      `${API}/orders`,
      async ({ request }) => {
        await orderApi.take(request);
        return HttpResponse.error();
      },
      once,
    ),
  );
};

test("accepting an order drops the key", async () => {
  const placed = await placeOrder("A", attempts);
  expect(placed).toEqual({ kind: "placed", order: orderApi.orders[0]?.orderId });
  expect(attempts.key).toBeUndefined();
  expect(attempts.orders).toEqual([orderApi.orders[0]?.orderId]);
});

test("without a key nothing is sent", async () => {
  attempts.key = undefined;
  expect(await placeOrder("A", attempts)).toEqual({ kind: "cart-changed" });
  expect(orderApi.orders).toEqual([]);
});

test("the same order sent twice at once creates one order", async () => {
  const [one, two] = await Promise.all([placeOrder("A", attempts), placeOrder("A", { ...attempts })]);
  expect(one).toEqual(two);
  expect(orderApi.orders).toHaveLength(1);
});

test("after a lost response, another attempt finds the order", async () => {
  loseResponse();
  await expect(placeOrder("A", attempts)).rejects.toBeInstanceOf(ApiError);
  expect(attempts.unheard).toBe(1);

  await placeOrder("A", attempts);
  expect(orderApi.orders).toHaveLength(1);
  expect(attempts.key).toBeUndefined();
});

test("after a lost response, a changed order finds the earlier one and orders nothing", async () => {
  loseResponse();
  await expect(placeOrder("A", attempts)).rejects.toBeInstanceOf(ApiError);

  expect(await placeOrder("B", attempts)).toEqual({
    kind: "already-placed",
    order: orderApi.orders[0]?.orderId,
  });
  expect(orderApi.orders.map((order) => order.body)).toEqual(["A"]);
  expect(attempts.key).toBeUndefined();
});

test("if the request never arrived, the changed order is placed", async () => {
  failWith(() => HttpResponse.error());
  await expect(placeOrder("A", attempts)).rejects.toBeInstanceOf(ApiError);

  expect(await placeOrder("B", attempts)).toMatchObject({ kind: "placed" });
  expect(orderApi.orders.map((order) => order.body)).toEqual(["B"]);
});

test.each([503, 504])("a status of %i leaves the outcome unknown", async (status) => {
  failWith(() => problem(status));
  await expect(placeOrder("A", attempts)).rejects.toBeInstanceOf(ApiError);
  expect(attempts.unheard).toBe(1);
});

test.each([400, 403, 409, 413, 429])("a status of %i means that nothing was ordered", async (status) => {
  failWith(() => problem(status));
  await expect(placeOrder("A", attempts)).rejects.toBeInstanceOf(ApiError);
  expect(attempts.unheard).toBe(0);
});

test("a rejected attempt says nothing about an earlier one without a response", async () => {
  loseResponse();
  await expect(placeOrder("A", attempts)).rejects.toBeInstanceOf(ApiError);
  failWith(() => problem(400));
  await expect(placeOrder("B", attempts)).rejects.toBeInstanceOf(ApiError);
  expect(attempts.unheard).toBe(1);
});

test("with locks, the second tab waits for the response to the first", async () => {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, work: () => Promise<unknown>) => (last = last.then(work));
  Object.defineProperty(navigator, "locks", { configurable: true, value: { request } });
  try {
    const [one, two] = await Promise.all([placeOrder("A", attempts), placeOrder("B", attempts)]);
    expect([one.kind, two.kind]).toEqual(["placed", "cart-changed"]);
  } finally {
    Reflect.deleteProperty(navigator, "locks");
  }
});
