/** The staff page of an order: from the list, by its URL, and back. */
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { setAuthState } from "../api/session";
import { API, network, problem, PRICE_CHANGE } from "../test/network";
import {
  aCompleteOrder,
  anOrder,
  fakeStaffApi,
  leavesOf,
  orderId,
  orderNumber,
  signIn,
} from "../test/orders";
import { visit } from "../test/visit";

// Loaded in advance, so that tests do not wait for the transformation of modules.
beforeAll(() => import("./routes/employees"));
beforeEach(() => {
  signIn();
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  setAuthState({ kind: "signed-out" });
});

const heading = (name: string) => screen.findByRole("heading", { level: 1, name });
const section = (name: string) => screen.findByRole("region", { name });
const text = async (name: string) => (await section(name)).textContent;

test("the page shows every value of an order", async () => {
  const order = aCompleteOrder();
  network.use(...fakeStaffApi(order).handlers);
  visit(`/dashboard/orders/${order.id}`);
  await section("Items");

  // These are formatted, in a link, or in the title.
  const formatted =
    /^(?:id|status|createdAt|decidedAt|.*\.at|.*\.sub|history\.0\.event|notes\.0\.id|refunds\.0\.id|customer\.address\.country|lines\.0\.productId|.*(?:amount|currency))$/u;
  const shown = screen.getByRole("main").textContent;
  for (const [path, text] of leavesOf(order).filter(([path]) => !formatted.test(path)))
    expect(shown, path).toContain(text);
});

test("an order shows customer, items, total and history", async () => {
  const order = anOrder(1, {
    customer: {
      name: "<b>Ann</b>",
      email: "ann+cookies@example.com",
      phone: "+43 (660) 12-34",
      address: { street: "Kleine Gasse 4", postalCode: "1010", city: "Wien", country: "AT" },
    },
    lines: [
      { productId: "half-moon", name: "Half Moon", price: { amount: 360, currency: "EUR" }, quantity: 2 },
      { productId: "linzer", name: "Linzer", price: { amount: 350, currency: "EUR" }, quantity: 1 },
    ],
    total: { amount: 1070, currency: "EUR" },
  });
  network.use(...fakeStaffApi(order).handlers);
  visit(`/dashboard/orders/${order.id}`);
  await heading("Order");
  expect(document.title).toBe(`Order ${order.id} · Quarter Past`);

  const rows = within(await section("Items")).getAllByRole("row");
  expect(rows.map((row) => row.textContent)).toEqual([
    "CookiePriceQuantityAmount",
    "Half Moon€3.602€7.20",
    "Linzer€3.501€3.50",
    "Total€10.70",
  ]);
  expect(await text("Customer")).toBe(
    "Customer<b>Ann</b>Kleine Gasse 41010 WienAustriaann+cookies@example.com+43 (660) 12-34",
  );
  expect(screen.getByRole("link", { name: "ann+cookies@example.com" })).toHaveAttribute(
    "href",
    "mailto:ann%2Bcookies@example.com",
  );
  expect(screen.getByRole("link", { name: "+43 (660) 12-34" })).toHaveAttribute("href", "tel:+436601234");
  expect(await text("History")).toBe(
    "HistoryReceived22 Nov 2026, 00:01:00 UTCConfirmed22 Nov 2026, 00:02:00 UTC",
  );
});

test("an out-of-stock order names the shortfalls", async () => {
  const shortfalls = [
    { productId: "half-moon", requested: 2, available: 0 },
    { productId: "relic", requested: 3, available: 1 },
  ];
  const order = anOrder(1, { status: "REJECTED", rejection: { reason: "OutOfStock", shortfalls } });
  network.use(...fakeStaffApi(order).handlers);
  visit(`/dashboard/orders/${order.id}`);
  const history = await section("History");
  expect(history).toHaveTextContent("Not enough in stock.");
  expect(within(history).getByText("Half Moon: 2 requested, 0 available")).toBeVisible();
  expect(within(history).getByText("relic: 3 requested, 1 available")).toBeVisible();
});

test("an order whose prices changed shows the agreed and the new total", async () => {
  const rejection = { reason: "PriceChanged", priceChange: PRICE_CHANGE };
  const order = anOrder(1, { status: "REJECTED", rejection });
  network.use(...fakeStaffApi(order).handlers);
  visit(`/dashboard/orders/${order.id}`);
  const history = await section("History");
  expect(history).toHaveTextContent("Prices changed after the customer agreed to them.");
  expect(history).toHaveTextContent("Agreed total: €7.00. New total: €7.20.");
});

test("an order that was not processed says that the error was ours", async () => {
  const order = anOrder(1, { status: "REJECTED", rejection: { reason: "NotProcessed" } });
  network.use(...fakeStaffApi(order).handlers);
  visit(`/dashboard/orders/${order.id}`);
  expect(await section("History")).toHaveTextContent("because of an error on our end");
});

test("a pending order is polled until it is decided", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const staffApi = fakeStaffApi(anOrder(1, { status: "PENDING", decidedAt: undefined }));
  network.use(...staffApi.handlers);
  visit(`/dashboard/orders/${orderId(1)}`);
  expect(await section("History")).toHaveTextContent("Pending");

  staffApi.orders = [anOrder(1)];
  await act(() => vi.advanceTimersByTimeAsync(6_000));
  await waitFor(async () => {
    expect(await section("History")).toHaveTextContent("Confirmed");
  });
});

test("an unknown order says so and can be requested again", async () => {
  const staffApi = fakeStaffApi();
  network.use(...staffApi.handlers);
  const user = visit(`/dashboard/orders/${orderId(9)}`);
  expect(await heading("Order not found")).toBeVisible();
  expect(screen.getByText(orderId(9))).toBeVisible();
  expect(screen.getByRole("link", { name: "All orders" })).toHaveAttribute("href", "/dashboard");

  staffApi.orders = [anOrder(9)];
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await section("Items");
  expect(await heading("Order")).toHaveFocus();
});

test.each(["nope", orderId(1).toUpperCase(), `${orderId(1)}0`, "%E0%A4%A"])(
  "`%s` is not an order number and causes no request",
  async (segment) => {
    visit(`/dashboard/orders/${segment}`);
    expect(await heading("That’s not a valid order number")).toBeVisible();
  },
);

test("an order that fails to load can be requested again", async () => {
  network.use(http.get(`${API}/orders/:id`, () => problem(500)));
  const user = visit(`/dashboard/orders/${orderId(1)}`);
  expect(await screen.findByRole("alert")).toHaveTextContent("Something went wrong on our end");
  network.use(...fakeStaffApi(anOrder(1)).handlers);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await section("Customer")).toHaveTextContent("Customer 1");
});

test("the link back leads to the filtered list", async () => {
  network.use(...fakeStaffApi(anOrder(1), anOrder(2, { status: "PENDING", decidedAt: undefined })).handlers);
  const user = visit("/dashboard?status=CONFIRMED");
  await user.click(await screen.findByRole("link", { name: orderNumber(1) }));
  expect(await heading("Order")).toHaveFocus();

  const back = screen.getByRole("link", { name: "All orders" });
  expect(back).toHaveAttribute("href", "/dashboard?status=CONFIRMED");
  const { length } = window.history;
  await user.click(back);
  expect(await screen.findByRole("link", { name: orderNumber(1) })).toBeVisible();
  expect(window.location.search).toBe("?status=CONFIRMED");
  expect(window.history.length, "going back, not forward").toBe(length);
});

test("an order can be printed", async () => {
  const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
  network.use(...fakeStaffApi(anOrder(1)).handlers);
  const user = visit(`/dashboard/orders/${orderId(1)}`);
  await user.click(await screen.findByRole("button", { name: "Print" }));
  expect(print).toHaveBeenCalledOnce();
});
