/** Mocks orders and the staff order routes. */
import { http, HttpResponse, type HttpHandler } from "msw";
import * as v from "valibot";
import { dayIn } from "../api/orders/day";
import { DaySummary } from "../api/orders/day-summary";
import type { AllRequired } from "../api/contract";
import { Order } from "../api/orders/order";
import type { Order as WireOrder } from "../api/schema";
import { setAuthState, type Role } from "../api/session";
import { API, problem } from "./network";

/** A valid order; a higher number is newer. */
export function anOrder(number: number, overrides: Record<string, unknown> = {}): Order {
  return v.parse(Order, {
    id: orderId(number),
    number: orderNumber(number),
    createdAt: moment(number),
    customer: {
      name: `Customer ${String(number)}`,
      email: `customer${String(number)}@example.com`,
      address: { street: "Kleine Gasse 4", postalCode: "1010", city: "Wien", country: "AT" },
    },
    lines: [
      { productId: "half-moon", name: "Half Moon", price: { amount: 360, currency: "EUR" }, quantity: 2 },
    ],
    total: { amount: 720, currency: "EUR" },
    status: "CONFIRMED",
    decidedAt: moment(number + 1),
    ...overrides,
  });
}

/** A confirmed order with every optional value. It does not compile without a value of the contract. */
export function aCompleteOrder(): Order {
  const order: Extract<AllRequired<WireOrder>, { status: "CONFIRMED" }> = {
    id: orderId(1),
    number: orderNumber(1),
    createdAt: moment(1),
    customer: {
      name: "Ada Lovelace",
      email: "ada@example.com",
      phone: "+43 660 1234",
      address: { street: "Kleine Gasse 4", postalCode: "1010", city: "Wien", country: "AT" },
    },
    lines: [
      { productId: "half-moon", name: "Half Moon", price: { amount: 361, currency: "EUR" }, quantity: 68 },
    ],
    total: { amount: 24548, currency: "EUR" },
    status: "CONFIRMED",
    decidedAt: moment(2),
    history: [{ at: moment(3), by: { sub: "5e1b-0001", name: "greta" }, event: "PACKED" }],
    notes: [{ id: "n-1", at: moment(4), by: { sub: "5e1b-0001", name: "luca" }, text: "Ring twice" }],
    refunds: [
      {
        id: "r-1",
        at: moment(5),
        by: { sub: "5e1b-0001", name: "noah" },
        amount: { amount: 361, currency: "EUR" },
        reason: "One cookie was broken",
      },
    ],
  };
  return v.parse(Order, order);
}

/** The texts and numbers in a value, by path: `customer.name`, `lines.0.quantity`. */
export function leavesOf(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, below]) =>
    leavesOf(below, path === "" ? key : `${path}.${key}`),
  );
}

export const orderId = (number: number): string =>
  `019ac3f0-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

export const orderNumber = (number: number): string => `AB12-${String(number).padStart(4, "0")}`;

/** The number of minutes after midnight. */
const moment = (number: number): string =>
  new Date(Date.UTC(2026, 10, 22, 0, number)).toISOString().replace(".000", "");

/** A request to change an order: the last segment of its path, and its body. */
export interface Change {
  readonly what: string;
  readonly body: unknown;
}

export interface FakeStaffApi {
  /** The stored orders, which tests change. */
  orders: Order[];
  /** The queries of the list requests. */
  readonly queries: URLSearchParams[];
  /** The changes that were requested. */
  readonly changes: Change[];
  /** The order after a change; `undefined` if its status does not allow it. Tests replace it. */
  change: (order: Order, change: Change) => Order | undefined;
  readonly handlers: HttpHandler[];
  zone: string;
}

/** Mocks the staff order routes; requires the token. */
export function fakeStaffApi(...orders: Order[]): FakeStaffApi {
  const staffApi: FakeStaffApi = {
    orders,
    queries: [],
    changes: [],
    change: (order) => order,
    zone: "UTC",
    handlers: [
      http.get(`${API}/orders`, ({ request }) => {
        if (!isSignedIn(request)) return problem(401);
        const query = new URL(request.url).searchParams;
        staffApi.queries.push(query);
        return HttpResponse.json(pageOf(staffApi.orders, query));
      }),
      http.get(`${API}/orders/summary`, ({ request }) => {
        if (!isSignedIn(request)) return problem(401);
        return HttpResponse.json(summaryOf(staffApi.orders, staffApi.zone));
      }),
      http.get(`${API}/orders/:id`, ({ params, request }) => {
        if (!isSignedIn(request)) return problem(401);
        const found = staffApi.orders.find(({ id }) => id === params.id);
        return found === undefined ? problem(404) : HttpResponse.json(found);
      }),
      http.post(`${API}/orders/:id/:change`, async ({ params, request }) => {
        if (!isSignedIn(request)) return problem(401);
        const found = staffApi.orders.find(({ id }) => id === params.id);
        if (found === undefined) return problem(404);
        const change = { what: String(params.change), body: await request.json() };
        staffApi.changes.push(change);
        const changed = staffApi.change(found, change);
        if (changed === undefined) return problem(409);
        staffApi.orders = staffApi.orders.map((order) => (order === found ? changed : order));
        return HttpResponse.json(changed);
      }),
    ],
  };
  return staffApi;
}

const TOKEN = "a-token-for-tests";
const isSignedIn = (request: Request) => request.headers.get("authorization") === `Bearer ${TOKEN}`;

export function signIn(email = "ann@example.com", role: Role = "staff"): void {
  setAuthState({
    kind: "signed-in",
    session: {
      email,
      role,
      accessToken: () => Promise.resolve(TOKEN),
      end: (reason) => {
        setAuthState({ kind: "ended", reason });
      },
    },
  });
}

/** A page of the list; the token is the last order of the previous page. */
export function pageOf(orders: readonly Order[], query: URLSearchParams) {
  const [status, from, to] = ["status", "from", "to"].map((name) => query.get(name));
  const meant = orders
    .filter((order) => status == null || order.status === status)
    .filter(({ createdAt }) => from == null || createdAt.slice(0, 10) >= from)
    .filter(({ createdAt }) => to == null || createdAt.slice(0, 10) <= to)
    .sort((a, b) => (place(a) < place(b) ? 1 : -1));
  const after = query.get("nextToken");
  const below = after === null ? meant : meant.filter((order) => place(order) < after);
  const items = below.slice(0, Number(query.get("limit") ?? 24));
  const last = items.at(-1);
  return {
    items,
    ...(last !== undefined && items.length < below.length && { nextToken: place(last) }),
  };
}

/** Totals of today. Assumes a day of 24 hours. */
function summaryOf(orders: readonly Order[], zone: string): DaySummary {
  const today = dayIn(zone, new Date());
  const noon = Date.parse(`${today}T12:00:00Z`);
  const start = Array.from({ length: 48 }, (_, hour) => noon + (hour - 36) * 3_600_000).find(
    (at) => dayIn(zone, new Date(at)) === today,
  );
  if (start === undefined) throw new Error(`${today} does not begin on a full hour`);
  const within = orders.filter(({ createdAt }) => dayIn(zone, new Date(createdAt)) === today);
  const count = (some: readonly Order[]) => ({
    pending: some.filter(({ status }) => status === "PENDING").length,
    confirmed: some.filter(({ status }) => status === "CONFIRMED").length,
    packed: some.filter(({ status }) => status === "PACKED").length,
    shipped: some.filter(({ status }) => status === "SHIPPED").length,
    delivered: some.filter(({ status }) => status === "DELIVERED").length,
    cancelled: some.filter(({ status }) => status === "CANCELLED").length,
    rejected: some.filter(({ status }) => status === "REJECTED").length,
  });
  const confirmed = within.filter(({ status }) => !["PENDING", "CANCELLED", "REJECTED"].includes(status));
  const amount = confirmed.reduce((sum, { total }) => sum + total.amount, 0);
  return v.parse(DaySummary, {
    day: today,
    timeZone: zone,
    orders: count(within),
    revenue: confirmed.length === 0 ? [] : [{ orders: confirmed.length, total: { amount, currency: "EUR" } }],
    hours: Array.from({ length: 24 }, (_, hour) => {
      const begins = start + hour * 3_600_000;
      const at = ({ createdAt }: Order) => Date.parse(createdAt) - begins;
      return {
        begins: new Date(begins).toISOString().replace(".000", ""),
        orders: count(within.filter((order) => at(order) >= 0 && at(order) < 3_600_000)),
      };
    }),
    unreadable: 0,
  });
}

const place = ({ createdAt, id }: Order) => `${createdAt}#${id}`;
