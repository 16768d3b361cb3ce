/** Opens each page from another one and checks that its heading gets the focus. */
import { act, screen } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { navigate } from "wouter/use-browser-location";
import { setAuthState } from "../api/session";
import { expectPageFocused } from "../test/focus";
import { fakeOrderApi, aProduct, network, catalogue, type FakeOrderApi } from "../test/network";
import { anOrder, fakeStaffApi, orderId, signIn } from "../test/orders";
import { fakeReportApi } from "../test/reports";
import { visit } from "../test/visit";

const MOON = aProduct("half-moon", { name: "Half Moon" });

let orderApi: FakeOrderApi;
beforeEach(async () => {
  orderApi = fakeOrderApi();
  network.use(...catalogue([MOON]), ...fakeStaffApi(anOrder(1)).handlers, ...fakeReportApi().handlers);
  // Registered last to take precedence over the staff routes, where `status` would be an order ID.
  network.use(...orderApi.handlers);
  await orderApi.take(new Request("https://shop.test", { method: "POST", body: "{}" }));
  const line = { id: "half-moon", quantity: 1, name: "Half Moon", price: MOON.price };
  localStorage.setItem(
    "quarter-past.cart",
    JSON.stringify({ version: 1, cart: { lines: [line], placed: [] } }),
  );
});

const placed = () => orderApi.orders[0]?.orderId ?? "";

test.each<[string, () => string, string]>([
  ["the catalogue", () => "/", "Baked at a quarter past four."],
  ["a product", () => "/products/half-moon", "Half Moon"],
  ["the cart", () => "/cart", "Your cart"],
  ["the checkout", () => "/checkout", "Checkout"],
  ["an order", () => `/orders/${placed()}`, "Placing your order"],
  ["an order opened by an older link", () => `/orders/status/arn:x:${placed()}`, "Placing your order"],
  ["an unknown order", () => "/orders/nope", "We can’t find this order"],
  ["the list of orders", () => "/dashboard", "Orders"],
  ["the staff page of an order", () => `/dashboard/orders/${orderId(1)}`, "Order"],
  ["the signed-out page", () => "/signed-out", "You’re signed out"],
  ["an unknown address", () => "/nope", "Nothing here but crumbs"],
])("%s: its heading gets the focus when it is opened", async (_, path, heading) => {
  signIn();
  const from = path() === "/cart" ? "/nope" : "/cart";
  visit(from);
  await screen.findByRole("heading", { level: 1 });
  act(() => {
    navigate(path());
  });
  await expectPageFocused(heading);
  setAuthState({ kind: "signed-out" });
});

test("the order page keeps the focus when its order is decided", async () => {
  visit("/cart");
  await screen.findByRole("heading", { level: 1 });
  act(() => {
    navigate(`/orders/${placed()}`);
  });
  await expectPageFocused("Placing your order");
  orderApi.status = { status: "SUCCEEDED" };
  await expectPageFocused("Order confirmed");
  expect(screen.getByRole("status")).toHaveTextContent("Order confirmed");
});
