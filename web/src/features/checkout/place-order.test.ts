/** The life of a cart's key: one until an order is accepted, from every tab, and never two orders. */
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { ApiError } from "../../api/failure";
import type { OrderId } from "../../api/orders/order-id";
import { fakeOrderApi, API, network, problem, type FakeOrderApi } from "../../test/network";
import { placeOrder, type Attempts } from "./place-order";

let orderApi: FakeOrderApi;
let attempts: Notebook;
beforeEach(() => {
  orderApi = fakeOrderApi();
  attempts = aNotebook();
  network.use(...orderApi.handlers);
});

/** What is noted about the tries, as the cart notes it. */
interface Notebook extends Attempts {
  key: string | undefined;
  unheard: number;
  readonly orders: OrderId[];
}

function aNotebook(): Notebook {
  const notebook: Notebook = {
    key: crypto.randomUUID(),
    unheard: 0,
    orders: [],
    begin: () => {
      if (notebook.key !== undefined) notebook.unheard += 1;
      return notebook.key;
    },
    accepted: (key, order) => {
      if (notebook.key !== key) return;
      notebook.key = undefined;
      notebook.orders.push(order);
    },
    refused: () => {
      notebook.unheard -= 1;
    },
  };
  return notebook;
}

const once = { once: true };
const fails = (answer: () => Response) => {
  network.use(http.post(`${API}/orders`, answer, once));
};
/** The order arrives; the news of it does not. */
const arrivesUnheard = () => {
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

test("an order that is accepted takes the key with it", async () => {
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

test("the same order sent twice at once is one order", async () => {
  const [one, two] = await Promise.all([placeOrder("A", attempts), placeOrder("A", { ...attempts })]);
  expect(one).toEqual(two);
  expect(orderApi.orders).toHaveLength(1);
});

test("after a lost answer, another try finds the order that had arrived", async () => {
  arrivesUnheard();
  await expect(placeOrder("A", attempts)).rejects.toBeInstanceOf(ApiError);
  expect(attempts.unheard).toBe(1);

  await placeOrder("A", attempts);
  expect(orderApi.orders).toHaveLength(1);
  expect(attempts.key).toBeUndefined();
});

test("after a lost answer, a changed order finds the one that had arrived, and orders nothing", async () => {
  arrivesUnheard();
  await expect(placeOrder("A", attempts)).rejects.toBeInstanceOf(ApiError);

  expect(await placeOrder("B", attempts)).toEqual({
    kind: "already-placed",
    order: orderApi.orders[0]?.orderId,
  });
  expect(orderApi.orders.map((order) => order.body)).toEqual(["A"]);
  expect(attempts.key).toBeUndefined();
});

test("after a request that never arrived, the changed order is the one that is taken", async () => {
  fails(() => HttpResponse.error());
  await expect(placeOrder("A", attempts)).rejects.toBeInstanceOf(ApiError);

  expect(await placeOrder("B", attempts)).toMatchObject({ kind: "placed" });
  expect(orderApi.orders.map((order) => order.body)).toEqual(["B"]);
});

test.each([503, 504])("an answer of %i leaves the outcome open", async (status) => {
  fails(() => problem(status));
  await expect(placeOrder("A", attempts)).rejects.toBeInstanceOf(ApiError);
  expect(attempts.unheard).toBe(1);
});

test.each([400, 403, 409, 413, 429])("an answer of %i means that nothing was ordered", async (status) => {
  fails(() => problem(status));
  await expect(placeOrder("A", attempts)).rejects.toBeInstanceOf(ApiError);
  expect(attempts.unheard).toBe(0);
});

test("a refusal of one try says nothing about another that was never heard of", async () => {
  arrivesUnheard();
  await expect(placeOrder("A", attempts)).rejects.toBeInstanceOf(ApiError);
  fails(() => problem(400));
  await expect(placeOrder("B", attempts)).rejects.toBeInstanceOf(ApiError);
  expect(attempts.unheard).toBe(1);
});

test("where the browser has locks, the second tab begins when the first has its answer", async () => {
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
