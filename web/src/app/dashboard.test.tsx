/** The list of orders as employees use it: the whole app with a mocked network and a signed-in employee. */
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { delay, http, HttpResponse, type HttpResponseResolver } from "msw";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { forgetConfig } from "../api/config";
import { setAuthState } from "../api/session";
import { download } from "../browser/download";
import { API, config, network, problem } from "../test/network";
import { anOrder, fakeStaffApi, orderId, orderNumber, signIn, type FakeStaffApi } from "../test/orders";
import { visit } from "../test/visit";

vi.mock("../browser/download", () => ({ download: vi.fn() }));

/** The day of the test orders, which arrive a minute apart from 00:01. */
const TODAY = "2026-11-22";
const PENDING = { status: "PENDING", decidedAt: undefined };
const REJECTED = { status: "REJECTED", rejection: { reason: "NotProcessed" } };

// Loaded in advance, so that tests do not wait for the transformation of modules.
beforeAll(() => import("./routes/employees"));
beforeEach(() => {
  vi.mocked(download).mockReset();
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"], now: new Date(`${TODAY}T12:00:00Z`) });
  signIn();
});
afterEach(() => {
  vi.useRealTimers();
  forgetConfig();
  cleanup();
  setAuthState({ kind: "signed-out" });
});

function open(staffApi: FakeStaffApi, search = "", zone = "UTC") {
  staffApi.zone = zone;
  network.use(...staffApi.handlers);
  return visit(`/dashboard${search}`);
}

/** Both order routes of the page. */
const theOrders = (answer: HttpResponseResolver) => [
  http.get(`${API}/orders`, answer),
  http.get(`${API}/orders/summary`, answer),
];

const upTo = (newest: number) => Array.from({ length: newest }, (_, index) => anOrder(index + 1));

const list = () => screen.getByRole("region", { name: "All orders" });
const today = () => screen.getByRole("region", { name: /^Today/ });
/** The numbers of the listed orders, in order. */
const listed = () =>
  within(list())
    .queryAllByRole("link", { name: /^AB12-\d{4,}$/u })
    .map((link) => Number(link.textContent.slice(5)));
const findOrder = (number: number) => screen.findByRole("link", { name: orderNumber(number) });
/** Lets the next poll happen now. */
const look = async () => {
  vi.setSystemTime(Date.now() + 20_000);
  await act(async () => {
    window.dispatchEvent(new Event("visibilitychange"));
    await Promise.resolve();
  });
};

test("orders are listed newest first, with customer, total and status", async () => {
  open(fakeStaffApi(anOrder(1), anOrder(3, PENDING), anOrder(2, REJECTED)));
  await findOrder(3);

  expect(listed()).toEqual([3, 2, 1]);
  const [, newest] = within(within(list()).getByRole("table")).getAllByRole("row");
  expect(newest).toHaveTextContent("22 Nov 2026, 00:03");
  expect(newest).toHaveTextContent("Customer 3customer3@example.com");
  expect(newest).toHaveTextContent("€7.202 cookies");
  expect(newest).toHaveTextContent("Pending");
  expect(within(list()).getByRole("status")).toHaveTextContent(/^3 orders$/);
});

test("while the orders load, the page says so", async () => {
  network.use(...theOrders(() => delay("infinite")));
  visit("/dashboard");
  expect(await screen.findByText("Loading orders…")).toBeInTheDocument();
  expect(screen.getByText("Loading today’s figures…")).toBeInTheDocument();
});

test("orders that could not be read are counted", async () => {
  const [newest] = upTo(1);
  network.use(
    http.get(`${API}/orders`, () => HttpResponse.json({ items: [newest], unreadable: 1 })),
    ...fakeStaffApi().handlers,
  );
  visit("/dashboard");
  await findOrder(1);
  expect(within(list()).getByRole("status")).toHaveTextContent("1 order; 1 order couldn’t be read");
});

test("no orders is not an error", async () => {
  open(fakeStaffApi());
  expect(await screen.findByRole("heading", { name: "No orders yet" })).toBeVisible();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

test("the next page is appended although new orders arrive, and its first order gets the focus", async () => {
  const staffApi = fakeStaffApi(...upTo(70));
  const user = open(staffApi);
  await findOrder(70);
  expect(listed()).toHaveLength(50);

  staffApi.orders.push(anOrder(71), anOrder(72));
  await user.click(screen.getByRole("button", { name: "Show more orders" }));
  expect(await findOrder(20)).toHaveFocus();
  expect(listed()).toEqual(Array.from({ length: 70 }, (_, index) => 70 - index));
  expect(screen.queryByRole("button", { name: "Show more orders" })).not.toBeInTheDocument();
});

test("new orders are announced and shown on request", async () => {
  const staffApi = fakeStaffApi(...upTo(3));
  const user = open(staffApi);
  await findOrder(3);

  staffApi.orders.push(anOrder(4), anOrder(5));
  await look();
  expect(await screen.findByText("2 new orders", { selector: "p" })).toBeVisible();
  expect(listed()).toEqual([3, 2, 1]);

  await user.click(screen.getByRole("button", { name: "Show" }));
  expect(listed()).toEqual([5, 4, 3, 2, 1]);
  expect(screen.queryByRole("button", { name: "Show" })).not.toBeInTheDocument();
  expect(document.activeElement).toHaveTextContent("5 orders");
});

test("a decided order changes its status in place", async () => {
  const staffApi = fakeStaffApi(anOrder(1), anOrder(2, PENDING));
  open(staffApi);
  await findOrder(2);
  expect(within(list()).getAllByText("Pending")).toHaveLength(2);

  staffApi.orders = [anOrder(1), anOrder(2)];
  await look();
  await waitFor(() => {
    // The label of the filter remains.
    expect(within(list()).getAllByText("Pending")).toHaveLength(1);
  });
});

test("the status filter is in the URL, and going back undoes it", async () => {
  const staffApi = fakeStaffApi(anOrder(1), anOrder(2, PENDING), anOrder(3, REJECTED));
  const user = open(staffApi);
  await findOrder(3);

  await user.click(screen.getByRole("radio", { name: "Rejected" }));
  await waitFor(() => {
    expect(listed()).toEqual([3]);
  });
  expect(window.location.search).toBe("?status=REJECTED");

  act(() => {
    window.history.back();
  });
  await waitFor(() => {
    expect(listed()).toEqual([3, 2, 1]);
  });
  expect(screen.getByRole("radio", { name: "All" })).toBeChecked();
});

test("dates in the URL filter the list", async () => {
  const staffApi = fakeStaffApi(anOrder(1), anOrder(1 + 24 * 60), anOrder(1 + 48 * 60));
  const user = open(staffApi, "?from=2026-11-23&to=2026-11-23");
  await findOrder(1 + 24 * 60);
  expect(listed()).toEqual([1 + 24 * 60]);
  expect(screen.getByLabelText("From")).toHaveValue("2026-11-23");

  await user.clear(screen.getByLabelText("To"));
  await user.type(screen.getByLabelText("To"), "2026-11-24");
  await findOrder(1 + 48 * 60);
  expect(window.location.search).toBe("?from=2026-11-23&to=2026-11-24");

  await user.click(screen.getByRole("button", { name: "Clear filters" }));
  await findOrder(1);
  expect(window.location.search).toBe("");
});

test("a start date after the end date is reported without a request", async () => {
  const staffApi = fakeStaffApi(anOrder(1));
  open(staffApi, "?from=2026-11-24&to=2026-11-23");
  expect(await screen.findByRole("alert")).toHaveTextContent("The start date is after the end date");
  expect(screen.getByLabelText("From")).toHaveAccessibleDescription(/The start date is after the end date/);
  expect(staffApi.queries.map((query) => query.get("from"))).not.toContain("2026-11-24");
});

test("a filter without matches says so", async () => {
  open(fakeStaffApi(anOrder(1)), "?status=REJECTED");
  expect(await screen.findByRole("heading", { name: "No matching orders" })).toBeVisible();
});

test("an order is opened by its number, as copied", async () => {
  const user = open(fakeStaffApi(anOrder(7)));
  const field = await screen.findByRole("textbox", { name: "Order number" });

  await user.click(screen.getByRole("button", { name: "Open" }));
  expect(field).toHaveAccessibleDescription("Enter an order number.");
  await user.type(field, "123");
  expect(field).toHaveAttribute("aria-invalid", "false");
  await user.keyboard("{Enter}");
  expect(field).toHaveAccessibleDescription(/^That’s not a valid order number/);
  expect(window.location.pathname).toBe("/dashboard");

  await user.clear(field);
  await user.type(field, `  ${orderId(7).toUpperCase()} {Enter}`);
  expect(await screen.findByRole("heading", { level: 1, name: "Order" })).toHaveFocus();
  expect(window.location.pathname).toBe(`/dashboard/orders/${orderId(7)}`);
});

test("today's totals include the orders of today", async () => {
  const yesterday = anOrder(99, { createdAt: "2026-11-21T23:59:59Z" });
  const user = open(
    fakeStaffApi(yesterday, anOrder(1), anOrder(2), anOrder(61, PENDING), anOrder(62, REJECTED)),
  );
  expect(await screen.findByText("2 confirmed")).toBeVisible();
  expect(today()).toHaveTextContent("22 November 2026 (UTC)");
  expect(today()).toHaveTextContent("Orders4");
  expect(today()).toHaveTextContent("Confirmed revenue€14.40");
  expect(today()).toHaveTextContent("Average order value€7.20");

  await user.click(within(today()).getByText("Orders per hour", { selector: "summary" }));
  const chart = within(today()).getByRole("img", { name: "Orders per hour" });
  expect(chart).toHaveAccessibleDescription("The busiest hour was 00:00–01:00: 2 orders.");
  const rows = within(within(today()).getByRole("table", { hidden: true })).getAllByRole("row", {
    hidden: true,
  });
  expect(rows.map((row) => row.textContent)).toEqual([
    "HourConfirmedPendingCancelledRejected",
    "00:00–01:002000",
    "01:00–02:000101",
  ]);
});

test("totals, chart and list use the shop's time zone", async () => {
  network.use(config({ apiUrl: API, timeZone: "Europe/Berlin" }));
  // 00:30 in Berlin.
  const early = anOrder(1, { createdAt: "2026-11-21T23:30:00Z" });
  const before = anOrder(2, { createdAt: "2026-11-21T22:59:59Z" });
  const user = open(fakeStaffApi(early, before), "", "Europe/Berlin");
  expect(await screen.findByText("22 Nov 2026, 00:30")).toBeVisible();
  expect(await within(today()).findByText("1 confirmed")).toBeVisible();
  expect(today()).toHaveTextContent("22 November 2026 (Europe/Berlin)");
  await user.click(within(today()).getByText("Orders per hour", { selector: "summary" }));
  expect(screen.getByRole("img", { name: "Orders per hour" })).toHaveAccessibleDescription(
    "The busiest hour was 00:00–01:00: 1 order.",
  );
  expect(list()).toHaveTextContent("Times are shown in Europe/Berlin");
});

test("an export contains all matching orders, and its name describes the filter", async () => {
  const user = open(fakeStaffApi(...upTo(250)), `?status=CONFIRMED&to=${TODAY}`);
  await findOrder(250);
  await user.click(screen.getByRole("button", { name: "Export as CSV" }));
  expect(await within(list()).findByText("Exported 250 orders")).toBeVisible();

  const [name, , text] = vi.mocked(download).mock.lastCall ?? [];
  expect(name).toBe("orders-2026-11-22-confirmed-to-2026-11-22.csv");
  const lines = text?.trimEnd().split("\r\n").slice(1) ?? [];
  expect(lines.map((line) => line.slice(0, 36))).toEqual(
    upTo(250)
      .reverse()
      .map(({ id }) => id),
  );
});

test("a cancelled or failed export saves no file", async () => {
  const user = open(fakeStaffApi(...upTo(250)));
  await findOrder(250);
  network.use(http.get(`${API}/orders`, () => delay("infinite"), { once: true }));
  await user.click(screen.getByRole("button", { name: "Export as CSV" }));
  const cancel = screen.getByRole("button", { name: "Cancel export" });
  expect(cancel).toHaveFocus();
  await user.click(cancel);
  expect(screen.getByRole("button", { name: "Export as CSV" })).toHaveFocus();

  // The first page loads, the second fails.
  network.use(
    http.get(`${API}/orders`, ({ request }) =>
      new URL(request.url).searchParams.has("nextToken") ? problem(400) : undefined,
    ),
  );
  await user.click(screen.getByRole("button", { name: "Export as CSV" }));
  expect(await within(list()).findByRole("alert")).toBeVisible();
  expect(vi.mocked(download)).not.toHaveBeenCalled();
});

test("an error is shown and can be retried", async () => {
  network.use(...theOrders(() => problem(500, "req-42")));
  const user = visit("/dashboard");
  await waitFor(() => {
    expect(screen.getAllByRole("alert")).toHaveLength(2);
  });
  expect(within(list()).getByRole("alert")).toHaveTextContent("Something went wrong on our end");
  expect(within(list()).getByRole("alert")).toHaveTextContent("req-42");

  network.use(...fakeStaffApi(anOrder(1)).handlers);
  await user.click(within(list()).getByRole("button", { name: "Try again" }));
  await findOrder(1);
});

test("if the next page fails to load, the first stays and loading can be retried", async () => {
  const staffApi = fakeStaffApi(...upTo(60));
  const user = open(staffApi);
  await findOrder(60);
  network.use(http.get(`${API}/orders`, () => problem(400), { once: true }));
  await user.click(screen.getByRole("button", { name: "Show more orders" }));
  expect(await within(list()).findByRole("alert")).toHaveTextContent("Something went wrong on our end");
  expect(listed()).toHaveLength(50);

  await user.click(within(list()).getByRole("button", { name: "Try again" }));
  expect(await findOrder(10)).toHaveFocus();
  expect(listed()).toHaveLength(60);
});

test("if polling fails, the list stays and shows its age", async () => {
  open(fakeStaffApi(anOrder(1)));
  await findOrder(1);
  network.use(...theOrders(() => HttpResponse.error()));
  await look();
  expect(await screen.findByText(/can’t check for new orders right now/)).toHaveTextContent("as of 12:00");
  expect(listed()).toEqual([1]);
});

test("without permission, the page says so and offers no retry", async () => {
  network.use(...theOrders(() => problem(403)));
  visit("/dashboard");
  await waitFor(() => {
    expect(within(list()).getByRole("alert")).toHaveTextContent("You don’t have access");
  });
  expect(within(list()).queryByRole("button", { name: "Try again" })).not.toBeInTheDocument();
});

test("an invalid response is not shown as orders", async () => {
  network.use(...theOrders(() => HttpResponse.json({ items: [{ id: "1" }] })));
  visit("/dashboard");
  await waitFor(() => {
    expect(within(list()).getByRole("alert")).toHaveTextContent("This page may be out of date");
  });
});

test("an unknown path below the dashboard shows an error", async () => {
  visit("/dashboard/nothing");
  expect(await screen.findByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
  expect(screen.getByRole("link", { name: "View orders" })).toHaveAttribute("href", "/dashboard");
});
