/** Packing, shipping, delivering, cancelling and refunding orders, notes, the pick list and the packing slip. */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { setAuthState } from "../api/session";
import type { Order } from "../api/orders/order";
import { network } from "../test/network";
import { anOrder, fakeStaffApi, orderId, orderNumber, signIn, type FakeStaffApi } from "../test/orders";
import { visit } from "../test/visit";

beforeAll(() => import("./routes/employees"));
beforeEach(() => {
  signIn();
});
afterEach(() => {
  cleanup();
  setAuthState({ kind: "signed-out" });
});

const SHIPMENT = { carrier: "DHL", trackingUrl: "https://track.example/1" };
const PATH = `/dashboard/orders/${orderId(1)}`;

function open(path: string, staffApi: FakeStaffApi) {
  network.use(...staffApi.handlers);
  return visit(path);
}

const becomes = (state: Record<string, unknown>) => (): Order => anOrder(1, state);
const history = () => screen.findByRole("region", { name: "History" });

test("a confirmed order is packed", async () => {
  const staffApi = fakeStaffApi(anOrder(1));
  staffApi.change = becomes({ status: "PACKED" });
  const user = open(PATH, staffApi);
  await user.click(await screen.findByRole("button", { name: "Mark as packed" }));
  expect(await screen.findByRole("button", { name: "Mark as shipped" })).toBeVisible();
  expect(staffApi.changes).toEqual([{ what: "transitions", body: { to: "PACKED" } }]);
});

test("a packed order is shipped with its carrier and tracking link", async () => {
  const staffApi = fakeStaffApi(anOrder(1, { status: "PACKED" }));
  const at = "2026-11-22T12:00:00Z";
  staffApi.change = becomes({
    status: "SHIPPED",
    shipment: SHIPMENT,
    history: [{ at, by: { sub: "5e1b0000-1", name: "greta" }, event: "SHIPPED" }],
  });
  const user = open(PATH, staffApi);
  await user.click(await screen.findByRole("button", { name: "Mark as shipped" }));
  expect(await screen.findByText("Enter the carrier.")).toBeVisible();
  await user.type(screen.getByLabelText("Carrier"), " DHL ");
  await user.type(screen.getByLabelText("Tracking link"), "javascript:alert(1)");
  await user.click(screen.getByRole("button", { name: "Mark as shipped" }));
  expect(await screen.findByText(/Enter a link that starts with/u)).toBeVisible();
  expect(staffApi.changes).toEqual([]);
  await user.clear(screen.getByLabelText("Tracking link"));
  await user.type(screen.getByLabelText("Tracking link"), SHIPMENT.trackingUrl);
  await user.click(screen.getByRole("button", { name: "Mark as shipped" }));

  expect(await screen.findByRole("button", { name: "Mark as delivered" })).toBeVisible();
  expect(staffApi.changes).toEqual([{ what: "transitions", body: { to: "SHIPPED", ...SHIPMENT } }]);
  expect(await history()).toHaveTextContent("Shipped22 Nov 2026, 12:00:00 UTCby gretaShipped with DHL");
  expect(screen.getByRole("link", { name: /Track the parcel/u })).toHaveAttribute(
    "href",
    SHIPMENT.trackingUrl,
  );
});

test("an order is cancelled with a reason", async () => {
  const staffApi = fakeStaffApi(anOrder(1));
  staffApi.change = becomes({ status: "CANCELLED", cancellation: { reason: "Ordered twice" } });
  const user = open(PATH, staffApi);
  await user.click(await screen.findByRole("button", { name: "Cancel order" }));
  expect(screen.getByLabelText("Reason")).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Cancel this order" }));
  expect(await screen.findByText("Enter the reason.")).toBeVisible();
  await user.type(screen.getByLabelText("Reason"), "Ordered twice");
  await user.click(screen.getByRole("button", { name: "Cancel this order" }));
  await waitFor(() => {
    expect(screen.queryByRole("button", { name: "Cancel this order" })).not.toBeInTheDocument();
  });
  expect(staffApi.changes).toEqual([
    { what: "transitions", body: { to: "CANCELLED", reason: "Ordered twice" } },
  ]);
});

test("an order that someone else has changed is shown as it is now", async () => {
  const staffApi = fakeStaffApi(anOrder(1));
  staffApi.change = () => {
    staffApi.orders = [anOrder(1, { status: "CANCELLED", cancellation: { reason: "Ordered twice" } })];
    return undefined;
  };
  const user = open(PATH, staffApi);
  await user.click(await screen.findByRole("button", { name: "Mark as packed" }));
  await waitFor(() => {
    expect(screen.queryByRole("button", { name: "Mark as packed" })).not.toBeInTheDocument();
  });
});

test("a manager refunds a delivered order, and staff cannot", async () => {
  const delivered = anOrder(1, { status: "DELIVERED", shipment: SHIPMENT });
  const staffApi = fakeStaffApi(delivered);
  open(PATH, staffApi);
  await history();
  expect(screen.queryByRole("button", { name: "Record refund" })).not.toBeInTheDocument();
  cleanup();

  signIn("ann@example.com", "manager");
  const user = visit(PATH);
  await user.type(await screen.findByLabelText("Amount"), "7.21");
  await user.type(screen.getByLabelText("Reason"), "Broken");
  await user.click(screen.getByRole("button", { name: "Record refund" }));
  expect(await screen.findByText("At most €7.20 can be refunded.")).toBeVisible();
  await user.clear(screen.getByLabelText("Amount"));
  await user.type(screen.getByLabelText("Amount"), "3,60");
  await user.click(screen.getByRole("button", { name: "Record refund" }));
  await waitFor(() => {
    expect(staffApi.changes).toEqual([
      { what: "refunds", body: { amount: { amount: 360, currency: "EUR" }, reason: "Broken" } },
    ]);
  });
});

test("a note is added", async () => {
  const staffApi = fakeStaffApi(anOrder(1));
  const note = { id: "n-1", at: "2026-11-22T12:00:00Z", by: { sub: "5e1b0000-1" }, text: "Ring twice" };
  staffApi.change = becomes({ notes: [note] });
  const user = open(PATH, staffApi);
  await user.type(await screen.findByLabelText("Note"), "Ring twice");
  await user.click(screen.getByRole("button", { name: "Add note" }));
  const notes = screen.getByRole("region", { name: "Notes" });
  expect(await within(notes).findByRole("listitem")).toHaveTextContent("Ring twice5e1b0000, 22 Nov 2026");
  expect(screen.getByLabelText("Note")).toHaveValue("");
});

test("selected orders are marked as packed together, and failures stay selected", async () => {
  const staffApi = fakeStaffApi(anOrder(1), anOrder(2), anOrder(3));
  staffApi.change = (order) =>
    order.id === orderId(2) ? undefined : anOrder(1, { ...order, status: "PACKED" });
  const user = open("/dashboard", staffApi);
  const boxOf = (number: number) =>
    screen.findByRole("checkbox", { name: `Select order ${orderNumber(number)}` });
  await user.click(await boxOf(1));
  expect(screen.getByRole("button", { name: "Mark 1 order as packed" })).toBeVisible();
  await user.click(screen.getByRole("checkbox", { name: /Select all/u }));
  await user.click(screen.getByRole("button", { name: "Mark 3 orders as packed" }));
  const bar = await screen.findByRole("region", { name: "Selected orders" });
  await waitFor(() => {
    expect(bar).toHaveTextContent("2 orders are packed. 1 order couldn’t be packed.");
  });
  expect(await boxOf(2)).toBeChecked();
  expect(screen.queryByRole("checkbox", { name: `Select order ${orderNumber(1)}` })).not.toBeInTheDocument();
});

test("the pick list sums up confirmed orders until a day", async () => {
  const staffApi = fakeStaffApi(anOrder(1), anOrder(2), anOrder(3, { status: "PACKED" }));
  open("/dashboard/pick-list?to=2026-11-22", staffApi);
  const rows = await screen.findAllByRole("row");
  expect(rows.map((row) => row.textContent)).toEqual(["CookieQuantityPicked", "Half Moon4", "Total4"]);
  expect(staffApi.queries.map((query) => query.get("to"))).toEqual(["2026-11-22"]);
});

test("a packing slip has number, address and quantities, and no prices", async () => {
  open(`${PATH}/packing-slip`, fakeStaffApi(anOrder(1)));
  expect(await screen.findByText(orderNumber(1))).toBeVisible();
  const slip = screen.getByRole("main");
  expect(slip).toHaveTextContent("Customer 1Kleine Gasse 41010 Wien");
  expect(screen.getAllByRole("row").map((row) => row.textContent)).toEqual([
    "CookieQuantityPacked",
    "Half Moon2",
    "Total2",
  ]);
  expect(slip).not.toHaveTextContent("€");
});
