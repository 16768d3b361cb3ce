/** An order's page as a customer meets it: right after ordering, much later, or by a link from somebody else. */
import { act, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { anOrderDesk, API, aProduct, network, problem, shelf, type OrderDesk } from "../test/network";
import { visit } from "../test/visit";

const MOON = aProduct("half-moon", { name: "Half Moon" });
const once = { once: true };

let desk: OrderDesk;
let address: string;
beforeEach(async () => {
  desk = anOrderDesk();
  network.use(...shelf([MOON]), ...desk.handlers);
  await desk.take(new Request("https://shop.test", { method: "POST", body: "{}" }));
  address = `/orders/status/${execution()}`;
});
afterEach(() => {
  vi.useRealTimers();
});

const execution = () => desk.orders[0]?.executionArn ?? "";
const line = (id: string, quantity: number) => ({ id, quantity, name: id, price: MOON.price });
/** The browser that placed the order, with two half moons ordered and one put in since. */
const keepOrdered = () => {
  const cart = {
    lines: [line("half-moon", 3)],
    placed: [{ execution: execution(), items: [{ id: "half-moon", quantity: 2 }] }],
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

  desk.status = CONFIRMED;
  expect(await heading("Order confirmed")).toBeVisible();
  expect(screen.getByText(desk.orders[0]?.orderId ?? "")).toBeVisible();
  expect(screen.getByRole("status")).toHaveTextContent("Order confirmed. Thank you!");
  expect(cartLink()).toHaveAccessibleName("Cart 1 cookie");
});

test("a confirmed order that is looked at again takes nothing more out of the cart", async () => {
  keepOrdered();
  desk.status = CONFIRMED;
  const first = visit(address);
  await heading("Order confirmed");
  await first.click(screen.getByRole("link", { name: "Back to the cookies" }));
  visit(address);
  await heading("Order confirmed");
  expect(screen.getAllByRole("link", { name: /^Cart/ }).at(-1)).toHaveAccessibleName("Cart 1 cookie");
});

test("somebody else's order leaves this cart alone", async () => {
  const cart = { lines: [line("half-moon", 2)], placed: [] };
  localStorage.setItem("quarter-past.cart", JSON.stringify({ version: 1, cart }));
  desk.status = CONFIRMED;
  visit(address);
  await heading("Order confirmed");
  expect(cartLink()).toHaveAccessibleName("Cart 2 cookies");
});

test("an order that fell short says where, and keeps the cart", async () => {
  keepOrdered();
  desk.status = SHORT;
  visit(address);
  await heading("Not enough of these");
  expect(await screen.findByText("Half Moon")).toBeVisible();
  expect(screen.getByText(/You wanted 2. Left: 1./)).toBeVisible();
  expect(screen.getByRole("link", { name: "Adjust your cart" })).toHaveAttribute("href", "/cart");
  expect(cartLink()).toHaveAccessibleName("Cart 3 cookies");
});

test("an order that broke on our side says what to do", async () => {
  desk.status = { status: "FAILED", error: { code: "Internal" } };
  visit(address);
  await heading("This order did not work out");
  expect(screen.getByRole("link", { name: "Back to your cart" })).toHaveAttribute("href", "/cart");
});

test("an order of something that is not sold any more leads back to the cart", async () => {
  desk.status = { status: "FAILED", error: { code: "UnknownProduct", productIds: ["relic"] } };
  visit(address);
  await heading("Not all of this is sold any more");
  expect(screen.getByRole("link", { name: "Adjust your cart" })).toHaveAttribute("href", "/cart");
});

test("once it is decided, nobody asks any more", async () => {
  desk.status = CONFIRMED;
  visit(address);
  await heading("Order confirmed");

  const asked = vi.fn(() => problem(500));
  network.use(http.get(`${API}/orders/status/:execution`, asked));
  vi.useFakeTimers();
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(asked).not.toHaveBeenCalled();
});

test("a lost connection is said, and the order is followed on when it is back", async () => {
  visit(address);
  await heading("Placing your order");

  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  network.use(http.get(`${API}/orders/status/:execution`, () => HttpResponse.error()));
  window.dispatchEvent(new Event("offline"));
  expect(await screen.findByRole("heading", { name: "You are offline" })).toBeVisible();
  expect(screen.getByRole("heading", { level: 1, name: "Placing your order" })).toBeVisible();

  online.mockReturnValue(true);
  desk.status = CONFIRMED;
  network.use(...desk.handlers);
  window.dispatchEvent(new Event("online"));
  expect(await heading("Order confirmed")).toBeVisible();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

test("an execution that is not known everywhere yet is asked about once more", async () => {
  network.use(http.get(`${API}/orders/status/:execution`, () => problem(404), once));
  visit(address);
  expect(await heading("Placing your order")).toBeVisible();
});

test.each([
  ["that nobody knows", "arn:aws:states:eu-west-1:123456789012:execution:new_order:nope"],
  ["with its colons escaped", "arn%3Aaws%3Astates%3Aeu-west-1%3A123456789012%3Aexecution%3Anew_order%3Anope"],
  ["that is none", "nope"],
  ["with a stray per cent sign", "%E0%A4%A"],
])("an address %s says so", async (_, segment) => {
  visit(`/orders/status/${segment}`);
  expect(await heading("We do not know this order")).toBeVisible();
  expect(screen.getByRole("link", { name: "Go to the cookies" })).toHaveAttribute("href", "/");
});

test("an address with its colons escaped is the same address", async () => {
  visit(`/orders/status/${encodeURIComponent(execution())}`);
  expect(await heading("Placing your order")).toBeVisible();
});

test("an execution of something else is no order", async () => {
  network.use(http.get(`${API}/orders/status/:execution`, () => problem(400)));
  visit(address);
  expect(await heading("We do not know this order")).toBeVisible();
});

test("an order that takes long says what to do, and in the end waits to be asked", async () => {
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
  visit(address);
  await heading("Placing your order");
  expect(screen.getByRole("status")).toHaveTextContent("This takes a second or two.");

  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(screen.getByRole("status")).toHaveTextContent("Please do not order a second time.");
  expect(screen.queryByRole("button", { name: "Ask again" })).not.toBeInTheDocument();

  await act(() => vi.advanceTimersByTimeAsync(5 * 60_000));
  const again = screen.getByRole("button", { name: "Ask again" });

  desk.status = CONFIRMED;
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Placing your order");
  again.click();
  await waitFor(() => {
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Order confirmed");
  });
});
