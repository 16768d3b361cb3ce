/** The cart as customers use it. */
import { act, screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";
import { fakeOrderApi, API, aProduct, network, problem, catalogue } from "../test/network";
import { visit } from "../test/visit";

const MOON = aProduct("half-moon", { name: "Half Moon", price: { amount: 360, currency: "EUR" } });
const LINZER = aProduct("linzer", { name: "Linzer", stock: 2 });

const NAME = "quarter-past.cart";
const line = (id: string, quantity: number, overrides: object = {}) => ({
  id,
  quantity,
  name: id,
  price: { amount: 350, currency: "EUR" },
  ...overrides,
});
const keep = (...lines: object[]) => {
  localStorage.setItem(NAME, JSON.stringify({ version: 1, cart: { lines, placed: [] } }));
};

const cartLink = () => screen.getByRole("link", { name: /^Cart/ });
const lineOf = async (name: string) => {
  const heading = await screen.findByRole("heading", { level: 2, name });
  const item = heading.closest("li");
  if (item === null) throw new Error(`${name} is not in a list`);
  return within(item);
};

test("a product is added from the catalogue and announced", async () => {
  network.use(...catalogue([MOON, LINZER]));
  const user = visit("/");
  await user.click(await screen.findByRole("button", { name: "Add Half Moon to cart" }));

  expect(screen.getByText("Half Moon added. You now have 1 in your cart.")).toBeInTheDocument();
  expect(cartLink()).toHaveAccessibleName("Cart 1 cookie");
  expect(screen.getByRole("button", { name: "Add Half Moon to cart (1 in cart)" })).toHaveFocus();
});

test("no more than the stock can be added", async () => {
  network.use(...catalogue([LINZER]));
  const user = visit("/");
  await user.click(await screen.findByRole("button", { name: "Add Linzer to cart" }));
  await user.click(screen.getByRole("button", { name: "Add Linzer to cart (1 in cart)" }));

  const full = screen.getByRole("button", { name: "You have the last 2 Linzer in your cart" });
  await user.click(full);
  expect(cartLink()).toHaveAccessibleName("Cart 2 cookies");
});

test("a sold-out product cannot be added", async () => {
  network.use(...catalogue([aProduct("waffle", { name: "Waffle", stock: 0 })]));
  visit("/");
  await screen.findByRole("link", { name: "Waffle" });
  expect(screen.queryByRole("button", { name: /Waffle/ })).not.toBeInTheDocument();
});

test("the product page adds the product and links to the cart", async () => {
  network.use(...catalogue([MOON]));
  const user = visit("/products/half-moon");
  await user.click(await screen.findByRole("button", { name: "Add to cart" }));
  await user.click(screen.getByRole("link", { name: "View cart" }));

  const moon = await lineOf("Half Moon");
  expect(moon.getByText("€3.60 each")).toBeVisible();
  expect(moon.getByText("€3.60")).toBeVisible();
});

test("an empty cart links to the catalogue", async () => {
  visit("/cart");
  await screen.findByRole("heading", { level: 1, name: "Your cart" });
  expect(screen.getByText(/Your cart is empty/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Browse our cookies" })).toHaveAttribute("href", "/");
  expect(cartLink()).toHaveAccessibleName("Cart");
});

test("the quantity changes within its limits, and the subtotal with it", async () => {
  keep(line("linzer", 1));
  network.use(...catalogue([LINZER]));
  const user = visit("/cart");
  const linzer = await lineOf("Linzer");
  const more = await linzer.findByRole("button", { name: "Increase quantity" });
  const less = linzer.getByRole("button", { name: "Decrease quantity" });
  expect(less).toHaveAttribute("aria-disabled", "true");

  await user.click(more);
  expect(screen.getByRole("region", { name: "Subtotal" })).toHaveTextContent("€7.00");
  expect(more).toHaveAttribute("aria-disabled", "true");
  await user.click(more);
  expect(linzer.getByRole("textbox")).toHaveValue("2");

  await user.click(less);
  expect(linzer.getByRole("textbox")).toHaveValue("1");
});

test.each([
  ["7", "7"],
  ["500", "12"],
  ["0", "1"],
  ["-3", "2"],
  ["many", "2"],
  ["", "2"],
])("a typed quantity of “%s” becomes %s", async (typed, expected) => {
  keep(line("half-moon", 2));
  network.use(...catalogue([MOON]));
  const user = visit("/cart");
  const field = await (await lineOf("Half Moon")).findByRole("textbox");
  await user.clear(field);
  if (typed !== "") await user.type(field, typed);
  await user.tab();
  expect(field).toHaveValue(expected);
});

test("removing a line moves the focus to the heading", async () => {
  keep(line("half-moon", 2), line("linzer", 1));
  network.use(...catalogue([MOON, LINZER]));
  const user = visit("/cart");
  await user.click((await lineOf("Half Moon")).getByRole("button", { name: "Remove Half Moon" }));

  expect(screen.queryByRole("heading", { name: "Half Moon" })).not.toBeInTheDocument();
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  expect(screen.getByText("Half Moon removed from your cart")).toBeInTheDocument();
});

test("a change in another tab is shown", async () => {
  keep(line("half-moon", 2));
  network.use(...catalogue([MOON]));
  visit("/cart");
  await lineOf("Half Moon");
  act(() => {
    keep();
    window.dispatchEvent(new StorageEvent("storage", { key: NAME }));
  });
  expect(await screen.findByText(/Your cart is empty/)).toBeVisible();
});

test("a changed price is shown and used", async () => {
  keep(line("half-moon", 2, { price: { amount: 300, currency: "EUR" } }));
  network.use(...catalogue([MOON]));
  visit("/cart");
  const moon = await lineOf("Half Moon");
  expect(moon.getByText("The price has changed: it was €3.00 when you added it.")).toBeVisible();
  expect(moon.getByText("€7.20")).toBeVisible();
});

test("lines that cannot be ordered are explained and fixed with one button", async () => {
  keep(line("half-moon", 2), line("linzer", 5), line("waffle", 1), line("relic", 1));
  network.use(...catalogue([MOON, LINZER, aProduct("waffle", { name: "Waffle", stock: 0 })]));
  const user = visit("/cart");

  expect(await screen.findByText("Only 2 left; you have 5 in your cart.")).toBeVisible();
  expect(await screen.findByText("Sold out since you added it. Remove it to continue.")).toBeVisible();
  expect(await screen.findByText("relic is no longer sold. Remove it to continue.")).toBeVisible();
  expect(screen.queryByRole("link", { name: "Go to checkout" })).not.toBeInTheDocument();

  await user.click(screen.getByRole("button", { name: "Fix my cart" }));
  expect(screen.getByRole("region", { name: "Subtotal" })).toHaveTextContent("€14.20");
  expect(screen.getByRole("link", { name: "Go to checkout" })).toBeVisible();
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
});

test("a line with too few left can be fixed alone", async () => {
  keep(line("linzer", 5));
  network.use(...catalogue([LINZER]));
  const user = visit("/cart");
  await user.click(await screen.findByRole("button", { name: "Change to 2 Linzer" }));
  expect((await lineOf("Linzer")).getByRole("textbox")).toHaveValue("2");
});

test("if prices fail to load, the cart is kept", async () => {
  keep(line("half-moon", 2));
  network.use(http.get(`${API}/products/:id`, () => problem(500)));
  const user = visit("/cart");
  expect(await screen.findByRole("alert")).toHaveTextContent("Something went wrong on our end");
  expect(screen.getByRole("heading", { name: "half-moon" })).toBeVisible();

  network.use(...catalogue([MOON]));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => {
    expect(screen.getByRole("region", { name: "Subtotal" })).toHaveTextContent("€7.20");
  });
});

const KEY = "8e03978e-40d5-43e8-bc93-6894a57f9324";
const ORDER = "019ac3f0-0000-7000-8000-000000000001";
const keepAlso = (more: object) => {
  const cart = { lines: [line("half-moon", 2)], placed: [], ...more };
  localStorage.setItem(NAME, JSON.stringify({ version: 1, cart }));
};

test("an order in progress is shown before the same items are ordered again", async () => {
  keepAlso({ placed: [{ order: ORDER }] });
  network.use(...catalogue([MOON]));
  const user = visit("/cart");
  expect(await screen.findByText(/You’ve placed an order/)).toBeVisible();
  const link = screen.getByRole("link", { name: "Check it" });
  expect(link).toHaveAttribute("href", `/orders/${ORDER}`);

  // The shop may no longer have the order, so the note can be dismissed.
  await user.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(link).not.toBeInTheDocument();
  expect(screen.getByRole("main")).toHaveFocus();
  expect(cartLink()).toHaveAccessibleName("Cart 2 cookies");
  expect(localStorage.getItem(NAME)).not.toContain(ORDER);
});

test("a new tab finds the order whose response was lost", async () => {
  const orderApi = fakeOrderApi();
  network.use(...catalogue([MOON]), ...orderApi.handlers);
  const headers = { "idempotency-key": KEY };
  await orderApi.take(new Request("https://shop.test", { method: "POST", headers, body: "{}" }));
  keepAlso({ attempt: { key: KEY, unheard: 1 } });
  visit("/cart");
  const link = await screen.findByRole("link", { name: "Check it" });
  expect(link).toHaveAttribute("href", `/orders/${orderApi.orders[0]?.orderId ?? ""}`);
  expect(localStorage.getItem(NAME)).not.toContain(KEY);
});

test("a new tab says that trying again is safe if the order never arrived", async () => {
  network.use(...catalogue([MOON]), ...fakeOrderApi().handlers);
  keepAlso({ attempt: { key: KEY, unheard: 1 } });
  visit("/cart");
  expect(await screen.findByText(/We’re not sure your last attempt went through/)).toBeVisible();
  expect(localStorage.getItem(NAME)).toContain(KEY);
});

test("a product with less stock than the cart says so", async () => {
  keep(line("linzer", 2));
  network.use(...catalogue([{ ...LINZER, stock: 0 }]));
  visit("/products/linzer");
  expect(
    await screen.findByText("You have more Linzer in your cart than are left", { exact: false }),
  ).toBeVisible();
  expect(screen.getByRole("button", { name: "Add to cart" })).toHaveAttribute("aria-disabled", "true");
});

test("the last piece of a product is announced in the singular", async () => {
  network.use(...catalogue([{ ...LINZER, stock: 1 }]));
  const user = visit("/products/linzer");
  await user.click(await screen.findByRole("button", { name: "Add to cart" }));
  expect(screen.getByText("You have the last Linzer in your cart", { exact: false })).toBeVisible();
});
