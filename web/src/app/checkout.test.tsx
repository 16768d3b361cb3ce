/** From the cart to a placed order, as customers use it. */
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { labelOf } from "../features/checkout/fields";
import { FIELDS, POINTERS, type Field } from "../features/checkout/rules";
import {
  fakeOrderApi,
  API,
  aProduct,
  network,
  problem,
  pricesChanged,
  catalogue,
  type FakeOrderApi,
} from "../test/network";
import { leavesOf } from "../test/orders";
import { visit } from "../test/visit";

const MOON = aProduct("half-moon", { name: "Half Moon" });
const NAME = "quarter-past.cart";
const CART = {
  lines: [{ id: "half-moon", quantity: 2, name: "Half Moon", price: MOON.price }],
  placed: [],
};

let orderApi: FakeOrderApi;
beforeEach(() => {
  orderApi = fakeOrderApi();
  network.use(...catalogue([MOON]), ...orderApi.handlers);
  localStorage.setItem("quarter-past.cart", JSON.stringify({ version: 1, cart: CART }));
});

const field = (name: string | RegExp) => screen.getByLabelText(name);
const button = () => screen.getByRole("button", { name: "Order and pay" });

async function open(): Promise<UserEvent> {
  const user = visit("/checkout");
  const summary = await screen.findByRole("complementary", { name: "Order summary" });
  await within(summary).findAllByText("€7.00");
  return user;
}

async function fillIn(user: UserEvent) {
  await user.type(field("Name"), "Ada Lovelace");
  await user.type(field("E-mail"), "ada@example.com");
  await user.type(field("Street and number"), "Kleine Gasse 4");
  await user.type(field("Postal code"), "1010");
  await user.type(field("City"), "Wien");
  await user.selectOptions(field("Country"), "Austria");
}

/** A value for each field. */
const VALUES: Readonly<Record<Field, string>> = {
  name: "Ada Lovelace",
  email: "ada@example.com",
  phone: "+43 660 1234",
  "address.street": "Kleine Gasse 4",
  "address.postalCode": "1010",
  "address.city": "Wien",
  "address.country": "AT",
};

const ordered = () => orderApi.orders.map(({ body }): unknown => JSON.parse(body));
const orderPage = (name: string) => screen.findByRole("heading", { level: 1, name });

test("an order contains the form values, the items of the cart and the prices shown", async () => {
  const user = await open();
  await fillIn(user);
  await user.click(button());

  await orderPage("Placing your order");
  expect(window.location.pathname).toBe(`/orders/${orderApi.orders[0]?.orderId ?? ""}`);
  expect(ordered()).toEqual([
    {
      customer: {
        name: "Ada Lovelace",
        email: "ada@example.com",
        address: { street: "Kleine Gasse 4", postalCode: "1010", city: "Wien", country: "AT" },
      },
      lines: [{ productId: "half-moon", quantity: 2, price: MOON.price }],
      total: { amount: 700, currency: "EUR" },
    },
  ]);
});

test("the form has every field, and an order contains what was entered, where its pointer says", async () => {
  const user = await open();
  for (const name of FIELDS) {
    const control = field(new RegExp(`^${labelOf(name)}`, "u"));
    if (control instanceof HTMLSelectElement) await user.selectOptions(control, VALUES[name]);
    else await user.type(control, VALUES[name]);
  }
  await user.click(button());
  await orderPage("Placing your order");

  const sent = new Map(leavesOf(ordered()[0]));
  for (const name of FIELDS)
    expect(sent.get(POINTERS[name].slice("#/".length).replaceAll("/", ".")), name).toBe(VALUES[name]);
});

test("an invalid form is not sent; its error summary gets the focus and links to the fields", async () => {
  const user = await open();
  await user.click(button());

  const summary = screen.getByRole("region", { name: "Please fix these 6 things" });
  expect(summary).toHaveFocus();
  expect(field("Name")).toHaveAttribute("aria-invalid", "true");
  expect(field("Name")).toHaveAccessibleDescription("Enter your name");
  expect(field(/^Phone/)).toHaveAttribute("aria-invalid", "false");
  expect(orderApi.orders).toEqual([]);

  await user.click(within(summary).getByRole("link", { name: "City: Enter the city" }));
  expect(field("City")).toHaveFocus();
  await user.type(field("City"), "Wien");
  expect(field("City")).toHaveAttribute("aria-invalid", "false");
});

test("a field shows its error once it is left, until it is valid", async () => {
  const user = await open();
  await user.type(field("E-mail"), "ada@");
  expect(field("E-mail")).toHaveAttribute("aria-invalid", "false");
  await user.tab();
  expect(field("E-mail")).toHaveAttribute("aria-invalid", "true");
  expect(field("E-mail")).toHaveAccessibleDescription("Enter an e-mail address like ada@example.com");
  await user.type(field("E-mail"), "example.com");
  expect(field("E-mail")).toHaveAttribute("aria-invalid", "false");
});

test("tabbing through an empty field shows no error", async () => {
  const user = await open();
  await user.click(field("Name"));
  await user.tab();
  expect(field("Name")).toHaveAttribute("aria-invalid", "false");
});

test("a double click orders once", async () => {
  const user = await open();
  await fillIn(user);
  await user.dblClick(button());
  await orderPage("Placing your order");
  expect(orderApi.orders).toHaveLength(1);
});

test("after a lost response, trying again finds the first order", async () => {
  network.use(
    http.post(
      `${API}/orders`,
      async ({ request }) => {
        await orderApi.take(request);
        return HttpResponse.text("", { status: 504 });
      },
      { once: true },
    ),
    // As often as the query client retries.
    http.post(`${API}/orders`, () => problem(504), { once: true }),
    http.post(`${API}/orders`, () => problem(504), { once: true }),
  );
  const user = await open();
  await fillIn(user);
  await user.click(button());

  expect(await screen.findByText("You can try again safely; we’ll only take one order.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await orderPage("Placing your order");
  expect(orderApi.orders).toHaveLength(1);
});

test("an order placed offline shows one notice and is sent only when the customer tries again", async () => {
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  network.use(http.post(`${API}/orders`, () => HttpResponse.error(), { once: true }));
  const user = await open();
  network.use(http.get(`${API}/products/:id`, () => HttpResponse.error()));
  await fillIn(user);
  await user.click(button());
  const notice = await screen.findByRole("alert");
  expect(notice).toHaveTextContent("You’re offline");
  expect(notice).toHaveTextContent("Try again when you’re back online.");

  online.mockReturnValue(true);
  window.dispatchEvent(new Event("online"));
  await user.click(within(notice).getByRole("button", { name: "Try again" }));
  await orderPage("Placing your order");
  expect(orderApi.orders).toHaveLength(1);
});

test("form values survive visiting the cart and a reload, until the order is placed", async () => {
  const user = await open();
  await fillIn(user);
  await user.click(screen.getByRole("link", { name: "Your cart" }));
  await user.click(await screen.findByRole("link", { name: "Go to checkout" }));
  await screen.findByRole("heading", { level: 1, name: "Checkout" });
  expect(field("Name")).toHaveValue("Ada Lovelace");
  expect(field("Country")).toHaveValue("AT");

  cleanup();
  await open();
  expect(field("Name")).toHaveValue("Ada Lovelace");

  orderApi.status = { status: "SUCCEEDED" };
  await user.click(button());
  await orderPage("Order confirmed");
  expect(sessionStorage).toHaveLength(0);
});

const KEY = "8e03978e-40d5-43e8-bc93-6894a57f9324";
/** Stores what a tab leaves behind that was closed before its response arrived. */
const leaveUnheard = () => {
  const cart = { ...CART, attempt: { key: KEY, unheard: 1 } };
  localStorage.setItem(NAME, JSON.stringify({ version: 1, cart }));
};
const arrive = (body: string) =>
  orderApi.take(
    new Request("https://shop.test", { method: "POST", headers: { "idempotency-key": KEY }, body }),
  );

test("a new tab shows the order whose response was lost, and orders nothing until it is dismissed", async () => {
  await arrive("{}");
  leaveUnheard();
  const user = await open();
  const link = await screen.findByRole("link", { name: "Check it" });
  expect(link).toHaveAttribute("href", `/orders/${orderApi.orders[0]?.orderId ?? ""}`);
  await fillIn(user);
  await user.click(button());
  expect(button()).toHaveAttribute("aria-disabled", "true");
  expect(orderApi.orders).toHaveLength(1);

  await user.click(screen.getByRole("button", { name: "Dismiss" }));
  await user.click(button());
  await orderPage("Placing your order");
  expect(orderApi.orders).toHaveLength(2);
});

test("a new tab after an attempt that did not arrive says so and sends the same key", async () => {
  leaveUnheard();
  const user = await open();
  expect(screen.getByText(/We’re not sure your last attempt went through/)).toBeVisible();
  await fillIn(user);
  await user.click(button());
  await orderPage("Placing your order");
  expect(orderApi.orders.map(({ key }) => key)).toEqual([KEY]);
});

test("a changed order after a lost response leads to the earlier order", async () => {
  leaveUnheard();
  const user = await open();
  await fillIn(user);
  // The order arrives after the page has looked for it.
  await arrive("{}");
  await user.click(button());
  const notice = await screen.findByRole("alert");
  expect(notice).toHaveTextContent("Your earlier order did go through, so we didn’t place another.");
  expect(within(notice).getByRole("link", { name: "View your order" })).toHaveAttribute(
    "href",
    `/orders/${orderApi.orders[0]?.orderId ?? ""}`,
  );
  expect(orderApi.orders).toHaveLength(1);
});

/** Changes the stored cart like another tab, without the event. */
const inAnotherTab = (cart: object) => {
  localStorage.setItem(NAME, JSON.stringify({ version: 1, cart }));
};
const dispatchStorageEvent = () => {
  act(() => {
    window.dispatchEvent(new StorageEvent("storage", { key: NAME }));
  });
};

test("two tabs that order the same cart send one key", async () => {
  const user = await open();
  await fillIn(user);
  const { cart } = JSON.parse(localStorage.getItem(NAME) ?? "") as { cart: { attempt?: { key: string } } };
  // The key exists before any tab has ordered.
  expect(cart.attempt?.key).toBeDefined();
  await user.click(button());
  await orderPage("Placing your order");
  expect(orderApi.orders.map(({ key }) => key)).toEqual([cart.attempt?.key]);
});

test.each([true, false])(
  "a tab does not order what another has just ordered (event received: %s)",
  async (received) => {
    const user = await open();
    await fillIn(user);
    const order = "019ac3f0-0000-7000-8000-000000000001";
    inAnotherTab({ ...CART, placed: [{ order }] });
    if (received) dispatchStorageEvent();
    await user.click(button());
    if (!received) {
      expect(await screen.findByRole("alert")).toHaveTextContent(/changed in another tab/);
      dispatchStorageEvent();
    }
    expect(await screen.findByRole("link", { name: "Check it" })).toHaveAttribute("href", `/orders/${order}`);
    expect(orderApi.orders).toEqual([]);
  },
);

test("a tab does not order a cart that another tab has changed", async () => {
  const user = await open();
  await fillIn(user);
  inAnotherTab({ ...CART, lines: [{ ...CART.lines[0], quantity: 5 }] });
  await user.click(button());
  expect(await screen.findByRole("alert")).toHaveTextContent(/changed in another tab/);
  expect(orderApi.orders).toEqual([]);
});

test("changed prices are compared with the old ones and accepted with one button", async () => {
  network.use(http.post(`${API}/orders`, () => pricesChanged(), { once: true }));
  const user = await open();
  await fillIn(user);
  network.use(...catalogue([{ ...MOON, price: { amount: 360, currency: "EUR" } }]));
  await user.click(button());

  const title = await orderPage("Prices have changed");
  await waitFor(() => {
    expect(title).toHaveFocus();
  });
  expect(screen.getByRole("alert")).toHaveTextContent("We didn’t place your order, because");
  expect(screen.getByText(/Was €3.50 each, now/)).toHaveTextContent("€3.60 each");
  expect(screen.getByText("Previous total").nextSibling).toHaveTextContent("€7.00");
  expect(screen.getByText("New total").nextSibling).toHaveTextContent("€7.20");
  expect(orderApi.orders).toEqual([]);

  await user.click(screen.getByRole("button", { name: "Order and pay €7.20" }));
  await orderPage("Placing your order");
  expect(ordered()).toMatchObject([
    {
      customer: { name: "Ada Lovelace" },
      lines: [{ productId: "half-moon", quantity: 2, price: { amount: 360, currency: "EUR" } }],
      total: { amount: 720, currency: "EUR" },
    },
  ]);
});

test("a rejected order keeps form and cart", async () => {
  network.use(http.post(`${API}/orders`, () => problem(400, "req-7")));
  const user = await open();
  await fillIn(user);
  await user.click(button());

  const notice = await screen.findByRole("alert");
  expect(notice).toHaveTextContent("We couldn’t accept this order");
  expect(notice).toHaveTextContent("req-7");
  expect(within(notice).getByRole("link", { name: "contact us" })).toHaveAttribute("href", "/contact");
  expect(field("Name")).toHaveValue("Ada Lovelace");
  expect(screen.getByRole("link", { name: "Cart 2 cookies" })).toBeVisible();
});

test("fields rejected only by the server are named and marked until they change", async () => {
  const pointers = ["#/customer/address/postalCode", "#/customer/name"];
  network.use(http.post(`${API}/orders`, () => problem(400, "req-8", pointers)));
  const user = await open();
  await fillIn(user);
  await user.click(button());

  expect(await screen.findByRole("alert")).toHaveTextContent(
    "We didn’t place your order. Please check your name and the postal code.",
  );
  expect(field("Name")).toHaveAttribute("aria-invalid", "true");
  expect(field("City")).toHaveAttribute("aria-invalid", "false");
  expect(field("Postal code")).toHaveAttribute("aria-invalid", "true");
  expect(field("Postal code")).toHaveAccessibleDescription("We couldn’t accept this. Please check it.");
  await user.type(field("Postal code"), "{Backspace}1");
  expect(field("Postal code")).toHaveAttribute("aria-invalid", "false");
  expect(field("Name")).toHaveAttribute("aria-invalid", "true");
});

test.each([
  ["has no pointers, like those of the gateway,", []],
  [
    "points to no field of the form",
    ["#", "#/customer", "#/customer/address", "#/lines/0/productId", "name"],
  ],
])("a rejection that %s concerns the whole order", async (_, pointers) => {
  network.use(http.post(`${API}/orders`, () => problem(400, "req-9", pointers)));
  const user = await open();
  await fillIn(user);
  await user.click(button());

  expect(await screen.findByRole("alert")).toHaveTextContent(
    "We didn’t place your order. Please check your cart and the form.",
  );
  for (const control of screen.getAllByRole("textbox")) {
    expect(control).toHaveAttribute("aria-invalid", "false");
  }
});

test("a changed price is shown before the order is placed", async () => {
  network.use(...catalogue([{ ...MOON, price: { amount: 400, currency: "EUR" } }]));
  visit("/checkout");
  const summary = await screen.findByRole("complementary", { name: "Order summary" });
  expect(
    await within(summary).findByText("The price has changed: it was €3.50 when you added it."),
  ).toBeVisible();
  expect(within(summary).getAllByText("€8.00")).not.toHaveLength(0);
});

test("a cart with unavailable items cannot be ordered", async () => {
  network.use(...catalogue([{ ...MOON, stock: 1 }]));
  const user = visit("/checkout");
  expect(await screen.findByRole("alert")).toHaveTextContent("Some items are no longer available");
  await fillIn(user);
  await user.click(button());
  expect(button()).toHaveAttribute("aria-disabled", "true");
  expect(orderApi.orders).toEqual([]);
});

test("an empty cart cannot be checked out", async () => {
  localStorage.clear();
  visit("/checkout");
  expect(await screen.findByText(/Your cart is empty/)).toBeVisible();
  expect(screen.queryByRole("form")).not.toBeInTheDocument();
});

test("the fields support autofill", async () => {
  await open();
  await waitFor(() => {
    expect(field("Name")).toHaveAttribute("autocomplete", "name");
  });
  expect(field("E-mail")).toHaveAttribute("type", "email");
  expect(field(/^Phone/)).toHaveAttribute("type", "tel");
  expect(field("Street and number")).toHaveAttribute("autocomplete", "address-line1");
  expect(field("Country")).toHaveAttribute("autocomplete", "country");
});
