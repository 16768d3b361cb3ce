/** The life of an attempt: one key until the outcome is known, and never two orders. */
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { ApiError } from "../../api/failure";
import { anOrderDesk, API, network, problem, type OrderDesk } from "../../test/network";
import { openAttempt } from "./attempt";
import { placeOrder } from "./place-order";

let desk: OrderDesk;
beforeEach(() => {
  desk = anOrderDesk();
  network.use(...desk.handlers);
});

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
        await desk.take(request);
        return HttpResponse.error();
      },
      once,
    ),
  );
};

test("an order that is taken ends its attempt", async () => {
  const { body, created } = await placeOrder("A");
  expect(body).toBe("A");
  expect(created.executionArn).toBe(desk.orders[0]?.executionArn);
  expect(openAttempt()).toBeUndefined();
});

test("two orders in a row are two attempts", async () => {
  await placeOrder("A");
  await placeOrder("A");
  expect(desk.orders).toHaveLength(2);
});

test("the same order sent twice at once is one order", async () => {
  const [one, two] = await Promise.all([placeOrder("A"), placeOrder("A")]);
  expect(one.created).toEqual(two.created);
  expect(desk.orders).toHaveLength(1);
});

test("after a lost answer, another try finds the order that had arrived", async () => {
  arrivesUnheard();
  await expect(placeOrder("A")).rejects.toBeInstanceOf(ApiError);
  expect(openAttempt()?.sent).toEqual(["A"]);

  await placeOrder("A");
  expect(desk.orders).toHaveLength(1);
  expect(openAttempt()).toBeUndefined();
});

test("after a lost answer, a changed order finds the one that had arrived, and orders nothing", async () => {
  arrivesUnheard();
  await expect(placeOrder("A")).rejects.toBeInstanceOf(ApiError);

  const { body, created } = await placeOrder("B");
  expect(body).toBe("A");
  expect(created.orderId).toBe(desk.orders[0]?.orderId);
  expect(desk.orders).toHaveLength(1);
  expect(openAttempt()).toBeUndefined();
});

test("after a request that never arrived, the changed order is the one that is taken", async () => {
  fails(() => HttpResponse.error());
  await expect(placeOrder("A")).rejects.toBeInstanceOf(ApiError);

  const { body } = await placeOrder("B");
  expect(body).toBe("B");
  expect(desk.orders.map((order) => order.body)).toEqual(["B"]);
});

test.each([503, 504])("an answer of %i leaves the outcome open", async (status) => {
  fails(() => problem(status));
  await expect(placeOrder("A")).rejects.toBeInstanceOf(ApiError);
  expect(openAttempt()?.sent).toEqual(["A"]);
});

test.each([400, 403, 413, 429])("an answer of %i means that nothing was ordered", async (status) => {
  fails(() => problem(status));
  await expect(placeOrder("A")).rejects.toBeInstanceOf(ApiError);
  expect(openAttempt()).toBeUndefined();
});

test("a refusal of one try says nothing about another that was never heard of", async () => {
  arrivesUnheard();
  await expect(placeOrder("A")).rejects.toBeInstanceOf(ApiError);
  fails(() => problem(400));
  await expect(placeOrder("B")).rejects.toBeInstanceOf(ApiError);
  expect(openAttempt()?.sent).toEqual(["A"]);
});

test("a key that has served for an order of nobody knows whom is not used again", async () => {
  fails(() => problem(422));
  await expect(placeOrder("A")).rejects.toBeInstanceOf(ApiError);
  expect(openAttempt()).toBeUndefined();
});

test("a stored text that is no attempt is none", () => {
  for (const text of ["{", "[]", '{"key":1}']) {
    sessionStorage.setItem("quarter-past.order-attempt", text);
    expect(openAttempt()).toBeUndefined();
  }
});
