/** The order page as customers use it: right after ordering, later, or by a shared link. */
import { act, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  fakeOrderApi,
  API,
  aProduct,
  network,
  PRICE_CHANGE,
  RECEIPT,
  problem,
  catalogue,
  type FakeOrderApi,
} from "../test/network";
import { visit } from "../test/visit";

const MOON = aProduct("half-moon", { name: "Half Moon" });
const once = { once: true };

let orderApi: FakeOrderApi;
let address: string;
beforeEach(async () => {
  orderApi = fakeOrderApi();
  network.use(...catalogue([MOON]), ...orderApi.handlers);
  await orderApi.take(new Request("https://shop.test", { method: "POST", body: "{}" }));
  address = `/orders/${orderId()}`;
});
afterEach(() => {
  vi.useRealTimers();
});

const orderId = () => orderApi.orders[0]?.orderId ?? "";
/** The execution ARN that older versions used in the URL. */
const execution = () => `arn:aws:states:eu-west-1:123456789012:execution:new_order:${orderId()}`;
const line = (id: string, quantity: number) => ({ id, quantity, name: id, price: MOON.price });
/** Stores the cart of the browser that placed the order: two half moons ordered, one added since. */
const keepOrdered = () => {
  const cart = {
    lines: [line("half-moon", 3)],
    placed: [{ order: orderId() }],
  };
  localStorage.setItem("quarter-past.cart", JSON.stringify({ version: 1, cart }));
};

const heading = (name: string) => screen.findByRole("heading", { level: 1, name });
const cartLink = () => screen.getByRole("link", { name: /^Cart/ });

const CONFIRMED = { status: "SUCCEEDED" };
const SHORT = {
  status: "FAILED",
  error: { code: "OutOfStock", shortfalls: [{ productId: "half-moon", requested: 2, available: 1 }] },
};
const SOLD_OUT = {
  status: "FAILED",
  error: { code: "OutOfStock", shortfalls: [{ productId: "half-moon", requested: 2, available: 0 }] },
};

test("an order is polled until it is confirmed, and bought items leave the cart", async () => {
  keepOrdered();
  visit(address);
  expect(await heading("Placing your order")).toBeVisible();
  expect(cartLink()).toHaveAccessibleName("Cart 3 cookies");

  orderApi.status = CONFIRMED;
  expect(await heading("Order confirmed")).toBeVisible();
  expect(screen.getByText(RECEIPT.number)).toBeVisible();
  expect(screen.getByRole("status")).toHaveTextContent("Order confirmed. Thank you!");
  expect(cartLink()).toHaveAccessibleName("Cart 1 cookie");
});

test("opening a confirmed order again does not change the cart", async () => {
  keepOrdered();
  orderApi.status = CONFIRMED;
  const first = visit(address);
  await heading("Order confirmed");
  await first.click(screen.getByRole("link", { name: "Browse our cookies" }));
  visit(address);
  await heading("Order confirmed");
  expect(screen.getAllByRole("link", { name: /^Cart/ }).at(-1)).toHaveAccessibleName("Cart 1 cookie");
});

test("another person's order does not change the cart", async () => {
  const cart = { lines: [line("half-moon", 2)], placed: [] };
  localStorage.setItem("quarter-past.cart", JSON.stringify({ version: 1, cart }));
  orderApi.status = CONFIRMED;
  visit(address);
  await heading("Order confirmed");
  expect(cartLink()).toHaveAccessibleName("Cart 2 cookies");
});

test("an out-of-stock order names the shortfall and keeps the cart", async () => {
  keepOrdered();
  orderApi.status = SHORT;
  visit(address);
  await heading("Not enough left");
  expect(await screen.findByText("Half Moon")).toBeVisible();
  expect(screen.getByText(/You wanted 2, but only 1 is left./)).toBeVisible();
  expect(screen.getByRole("link", { name: "Update your cart" })).toHaveAttribute("href", "/cart");
  expect(cartLink()).toHaveAccessibleName("Cart 3 cookies");
});

test("an order that failed on our side says what to do", async () => {
  orderApi.status = { status: "FAILED", error: { code: "Internal" } };
  visit(address);
  await heading("We couldn’t place your order");
  expect(screen.getByRole("link", { name: "Back to your cart" })).toHaveAttribute("href", "/cart");
  expect(screen.getByRole("link", { name: "Contact us" })).toHaveAttribute("href", "/contact");
});

test("an order of a discontinued product leads back to the cart", async () => {
  orderApi.status = { status: "FAILED", error: { code: "UnknownProduct", productIds: ["relic"] } };
  visit(address);
  await heading("Some items are no longer sold");
  expect(screen.getByRole("link", { name: "Update your cart" })).toHaveAttribute("href", "/cart");
});

test("a decided order is not polled", async () => {
  orderApi.status = CONFIRMED;
  visit(address);
  await heading("Order confirmed");

  const requested = vi.fn(() => problem(500));
  network.use(http.get(`${API}/orders/status/:order`, requested));
  vi.useFakeTimers();
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(requested).not.toHaveBeenCalled();
});

test("a lost connection is shown, and polling goes on when it is back", async () => {
  visit(address);
  await heading("Placing your order");

  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  network.use(http.get(`${API}/orders/status/:order`, () => HttpResponse.error()));
  window.dispatchEvent(new Event("offline"));
  expect(await screen.findByRole("heading", { name: "You’re offline" })).toBeVisible();
  expect(screen.getByRole("heading", { level: 1, name: "Placing your order" })).toBeVisible();

  online.mockReturnValue(true);
  orderApi.status = CONFIRMED;
  network.use(...orderApi.handlers);
  window.dispatchEvent(new Event("online"));
  expect(await heading("Order confirmed")).toBeVisible();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

test("an order that is not found at first is requested again", async () => {
  network.use(http.get(`${API}/orders/status/:order`, () => problem(404), once));
  visit(address);
  expect(await heading("Placing your order")).toBeVisible();
});

test.each([
  ["of an unknown order", "/orders/019ac3f0-0000-7000-8000-000000000001"],
  ["that is not an order ID", "/orders/nope"],
  ["of an older link without an order ID", "/orders/status/nope"],
  ["with malformed percent-encoding", "/orders/status/%E0%A4%A"],
])("a URL %s shows an error", async (_, path) => {
  visit(path);
  expect(await heading("We can’t find this order")).toBeVisible();
  expect(screen.getByRole("link", { name: "Browse our cookies" })).toHaveAttribute("href", "/");
});

test.each([
  ["", (arn: string) => arn],
  ["with its colons escaped", encodeURIComponent],
])("an older link %s opens the order, and its URL becomes the short one", async (_, written) => {
  orderApi.status = CONFIRMED;
  visit(`/orders/status/${written(execution())}`);
  expect(await heading("Order confirmed")).toBeVisible();
  expect(window.location.pathname).toBe(address);
});

test("an order in a cart of an older version is completed, too", async () => {
  const cart = {
    lines: [line("half-moon", 3)],
    placed: [{ execution: execution(), items: [{ id: "half-moon", quantity: 2 }] }],
  };
  localStorage.setItem("quarter-past.cart", JSON.stringify({ version: 1, cart }));
  orderApi.status = CONFIRMED;
  visit(address);
  await heading("Order confirmed");
  expect(cartLink()).toHaveAccessibleName("Cart 1 cookie");
});

test("a confirmed order shows items, prices, total and address, and can be printed", async () => {
  const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
  orderApi.status = CONFIRMED;
  const user = visit(address);
  await heading("Order confirmed");
  const row = screen.getByRole("row", { name: /2 × Half Moon/ });
  expect(row).toHaveTextContent("€3.50 each");
  expect(row).toHaveTextContent("€7.00");
  expect(screen.getByRole("row", { name: /^Total/ })).toHaveTextContent("€7.00");
  expect(screen.getByRole("region", { name: "Delivery address" })).toHaveTextContent(
    "Ada LovelaceKleine Gasse 41010 WienAustria",
  );
  await user.click(screen.getByRole("button", { name: "Print" }));
  expect(print).toHaveBeenCalledOnce();
});

test("an order whose prices changed compares them and offers to order at the new ones", async () => {
  keepOrdered();
  orderApi.status = { status: "FAILED", error: { code: "PriceChanged", priceChange: PRICE_CHANGE } };
  network.use(...catalogue([{ ...MOON, price: { amount: 360, currency: "EUR" } }]));
  const user = visit(address);
  await heading("Prices have changed");
  expect(screen.getByText(/Was €3.50 each, now/)).toHaveTextContent("€3.60 each");
  expect(screen.getByText("Previous total").nextSibling).toHaveTextContent("€7.00");
  expect(screen.getByText("New total").nextSibling).toHaveTextContent("€7.20");

  await user.click(screen.getByRole("link", { name: "Accept and order again" }));
  await heading("Checkout");
  const summary = screen.getByRole("complementary", { name: "Order summary" });
  await waitFor(() => {
    expect(summary).toHaveTextContent("€10.80");
  });
  expect(summary).not.toHaveTextContent("The price has changed");
});

test("without a cart, accepting prices is not offered", async () => {
  orderApi.status = { status: "FAILED", error: { code: "PriceChanged", priceChange: PRICE_CHANGE } };
  visit(address);
  await heading("Prices have changed");
  expect(screen.queryByRole("link", { name: "Accept and order again" })).not.toBeInTheDocument();
});

test.each([
  ["confirmed", CONFIRMED, "Order confirmed"],
  ["short", SHORT, "Not enough left"],
  ["sold out", SOLD_OUT, "Just sold out"],
])("heading, focus and status element stay when an order becomes %s", async (_, decided, title) => {
  visit(address);
  const status = await screen.findByRole("status");
  const shown = await heading("Placing your order");
  act(() => {
    shown.focus();
  });
  orderApi.status = decided;
  await heading(title);
  expect(screen.getByRole("heading", { level: 1 })).toBe(shown);
  expect(shown).toHaveFocus();
  expect(screen.getByRole("status")).toBe(status);
  expect(status).toHaveTextContent(title);
});

test("a decided order is announced in a status element that existed before", async () => {
  let answer = () => undefined as unknown;
  const waits = new Promise<void>((resolve) => {
    answer = resolve;
  });
  orderApi.status = CONFIRMED;
  network.use(
    http.get(
      `${API}/orders/status/:order`,
      async () => {
        await waits;
      },
      once,
    ),
  );
  visit(address);
  const shown = await heading("Your order");
  const status = screen.getByRole("status");
  expect(status).toHaveTextContent("Loading your order…");
  answer();
  await heading("Order confirmed");
  expect(screen.getByRole("heading", { level: 1 })).toBe(shown);
  expect(screen.getByRole("status")).toBe(status);
  expect(status).toHaveTextContent("Order confirmed. Thank you!");
});

test("an order that takes long says so, and polling stops in the end", async () => {
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
  visit(address);
  await heading("Placing your order");
  expect(screen.getByRole("status")).toHaveTextContent("This only takes a moment.");

  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(screen.getByRole("status")).toHaveTextContent("Please don’t order again.");
  expect(screen.queryByRole("button", { name: "Check again" })).not.toBeInTheDocument();

  await act(() => vi.advanceTimersByTimeAsync(5 * 60_000));
  const again = screen.getByRole("button", { name: "Check again" });

  orderApi.status = CONFIRMED;
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Placing your order");
  again.click();
  await waitFor(() => {
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Order confirmed");
  });
});
