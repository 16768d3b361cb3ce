/** An order's page as a customer meets it: right after ordering, much later, or by a link from somebody else. */
import { act, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  fakeOrderApi,
  API,
  aProduct,
  network,
  PRICE_CHANGE,
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
/** The address that an older version of the shop gave the order. */
const execution = () => `arn:aws:states:eu-west-1:123456789012:execution:new_order:${orderId()}`;
const line = (id: string, quantity: number) => ({ id, quantity, name: id, price: MOON.price });
/** The browser that placed the order, with two half moons ordered and one put in since. */
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

test("an order is followed until it is confirmed, and what was bought leaves the cart", async () => {
  keepOrdered();
  visit(address);
  expect(await heading("Placing your order")).toBeVisible();
  expect(cartLink()).toHaveAccessibleName("Cart 3 cookies");

  orderApi.status = CONFIRMED;
  expect(await heading("Order confirmed")).toBeVisible();
  expect(screen.getByText(orderId())).toBeVisible();
  expect(screen.getByRole("status")).toHaveTextContent("Order confirmed. Thank you!");
  expect(cartLink()).toHaveAccessibleName("Cart 1 cookie");
});

test("a confirmed order that is looked at again takes nothing more out of the cart", async () => {
  keepOrdered();
  orderApi.status = CONFIRMED;
  const first = visit(address);
  await heading("Order confirmed");
  await first.click(screen.getByRole("link", { name: "Browse our cookies" }));
  visit(address);
  await heading("Order confirmed");
  expect(screen.getAllByRole("link", { name: /^Cart/ }).at(-1)).toHaveAccessibleName("Cart 1 cookie");
});

test("somebody else's order leaves this cart alone", async () => {
  const cart = { lines: [line("half-moon", 2)], placed: [] };
  localStorage.setItem("quarter-past.cart", JSON.stringify({ version: 1, cart }));
  orderApi.status = CONFIRMED;
  visit(address);
  await heading("Order confirmed");
  expect(cartLink()).toHaveAccessibleName("Cart 2 cookies");
});

test("an order that fell short says where, and keeps the cart", async () => {
  keepOrdered();
  orderApi.status = SHORT;
  visit(address);
  await heading("Just sold out");
  expect(await screen.findByText("Half Moon")).toBeVisible();
  expect(screen.getByText(/You wanted 2, but only 1 is left./)).toBeVisible();
  expect(screen.getByRole("link", { name: "Update your cart" })).toHaveAttribute("href", "/cart");
  expect(cartLink()).toHaveAccessibleName("Cart 3 cookies");
});

test("an order that broke on our side says what to do", async () => {
  orderApi.status = { status: "FAILED", error: { code: "Internal" } };
  visit(address);
  await heading("We couldn’t place your order");
  expect(screen.getByRole("link", { name: "Back to your cart" })).toHaveAttribute("href", "/cart");
  expect(screen.getByRole("link", { name: "Contact us" })).toHaveAttribute("href", "/contact");
});

test("an order of something that is not sold any more leads back to the cart", async () => {
  orderApi.status = { status: "FAILED", error: { code: "UnknownProduct", productIds: ["relic"] } };
  visit(address);
  await heading("Some items are no longer sold");
  expect(screen.getByRole("link", { name: "Update your cart" })).toHaveAttribute("href", "/cart");
});

test("once it is decided, nobody asks any more", async () => {
  orderApi.status = CONFIRMED;
  visit(address);
  await heading("Order confirmed");

  const asked = vi.fn(() => problem(500));
  network.use(http.get(`${API}/orders/status/:order`, asked));
  vi.useFakeTimers();
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(asked).not.toHaveBeenCalled();
});

test("a lost connection is said, and the order is followed on when it is back", async () => {
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

test("an order that is not known everywhere yet is asked about once more", async () => {
  network.use(http.get(`${API}/orders/status/:order`, () => problem(404), once));
  visit(address);
  expect(await heading("Placing your order")).toBeVisible();
});

test.each([
  ["that nobody knows", "/orders/019ac3f0-0000-7000-8000-000000000001"],
  ["that is none", "/orders/nope"],
  ["of an older version that is none", "/orders/status/nope"],
  ["with a stray per cent sign", "/orders/status/%E0%A4%A"],
])("an address %s says so", async (_, path) => {
  visit(path);
  expect(await heading("We can’t find this order")).toBeVisible();
  expect(screen.getByRole("link", { name: "Browse our cookies" })).toHaveAttribute("href", "/");
});

test.each([
  ["", (arn: string) => arn],
  ["with its colons escaped", encodeURIComponent],
])("an older link %s leads to the order, and its address becomes the short one", async (_, written) => {
  orderApi.status = CONFIRMED;
  visit(`/orders/status/${written(execution())}`);
  expect(await heading("Order confirmed")).toBeVisible();
  expect(window.location.pathname).toBe(address);
});

test("a cart of an older version is settled too", async () => {
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

test("a confirmed order shows items, quantities, prices, total and address, and can be printed", async () => {
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

test("an order whose prices changed shows old and new ones, and leads to an order at the new", async () => {
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

test("somebody without the cart is not asked to accept prices", async () => {
  orderApi.status = { status: "FAILED", error: { code: "PriceChanged", priceChange: PRICE_CHANGE } };
  visit(address);
  await heading("Prices have changed");
  expect(screen.queryByRole("link", { name: "Accept and order again" })).not.toBeInTheDocument();
});

test.each([
  ["confirmed", CONFIRMED, "Order confirmed"],
  ["short", SHORT, "Just sold out"],
])("heading, focus and status line stay while an order becomes %s", async (_, decided, title) => {
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

test("an order that is decided at the first look is announced in a line that was there before", async () => {
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

test("an order that takes long says what to do, and in the end waits to be asked", async () => {
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
