/**
 * Test mode's orders: the development server answers the orders routes with made-up orders, because the API
 * only accepts tokens of the pool. Enabled by `VITE_TEST_MODE=true npm run dev`, never in a build.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import type { DaySummary, Order } from "./src/api/schema.d.ts";

const COUNT = 240;
const MINUTES_BETWEEN = 23;

export function sampleOrders(): Plugin {
  return {
    name: "sample-orders",
    apply: "serve",
    configureServer({ config, middlewares }) {
      const { VITE_TEST_MODE } = config.env as Record<string, string | undefined>;
      if (VITE_TEST_MODE !== "true") return;
      const orders = Array.from({ length: COUNT }, (_, age) => anOrder(age, Date.now()));

      middlewares.use("/api/orders", (request, response, next) => {
        answer(orders, request, response, next);
      });
    },
  };
}

function answer(
  orders: readonly Order[],
  { method, url }: IncomingMessage,
  response: ServerResponse,
  next: Connect.NextFunction,
): void {
  const { pathname, searchParams } = new URL(url ?? "/", "http://development.invalid");
  // Requests of customers go to the stack.
  if (method !== "GET" || pathname.startsWith("/status/")) {
    next();
    return;
  }
  const found = find(orders, pathname, searchParams);
  response.statusCode = found === undefined ? 404 : 200;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(found ?? {}));
}

function find(orders: readonly Order[], pathname: string, query: URLSearchParams): object | undefined {
  if (pathname === "/") return page(orders, query);
  if (pathname === "/summary") return summary(orders, new Date());
  return orders.find(({ id }) => pathname === `/${id}`);
}

/** Totals of the current day in UTC. */
function summary(orders: readonly Order[], now: Date): DaySummary {
  const day = now.toISOString().slice(0, 10);
  const within = orders.filter(({ createdAt }) => createdAt.startsWith(day));
  const confirmed = within.filter(({ status }) => !["PENDING", "CANCELLED", "REJECTED"].includes(status));
  const amount = confirmed.reduce((sum, { total }) => sum + total.amount, 0);
  return {
    day,
    timeZone: "UTC",
    orders: countByStatus(within),
    revenue: confirmed.length === 0 ? [] : [{ orders: confirmed.length, total: { amount, currency: "EUR" } }],
    hours: Array.from({ length: 24 }, (_, index) => {
      const hour = `${day}T${String(index).padStart(2, "0")}`;
      const inHour = within.filter(({ createdAt }) => createdAt.startsWith(hour));
      return { begins: `${hour}:00:00Z`, orders: countByStatus(inHour) };
    }),
    unreadable: 0,
  };
}

function countByStatus(orders: readonly Order[]): DaySummary["orders"] {
  const count = (wanted: Order["status"]) => orders.filter(({ status }) => status === wanted).length;
  return {
    pending: count("PENDING"),
    confirmed: count("CONFIRMED"),
    packed: count("PACKED"),
    shipped: count("SHIPPED"),
    delivered: count("DELIVERED"),
    cancelled: count("CANCELLED"),
    rejected: count("REJECTED"),
  };
}

/** Pages like the API; a token is an offset. */
function page(orders: readonly Order[], query: URLSearchParams) {
  const limit = Number(query.get("limit") ?? 24);
  const start = Number(query.get("nextToken") ?? 0);
  const meant = orders.filter(
    ({ status, createdAt }) =>
      status === (query.get("status") ?? status) &&
      createdAt.slice(0, 10) >= (query.get("from") ?? "") &&
      createdAt.slice(0, 10) <= (query.get("to") ?? "9999"),
  );
  const end = start + limit;
  return { items: meant.slice(start, end), ...(end < meant.length && { nextToken: String(end) }) };
}

/** A higher `age` means an older order. */
function anOrder(age: number, now: number): Order {
  const quantity = 1 + (age % 5);
  const placed = {
    id: `019ac3f0-0000-7000-8000-${(COUNT - age).toString(16).padStart(12, "0")}`,
    number: `AB12-${String(COUNT - age).padStart(4, "0")}`,
    createdAt: moment(now, age),
    customer: {
      name: `Customer ${String(COUNT - age)}`,
      email: `customer${String(COUNT - age)}@example.com`,
      address: { street: "Kleine Gasse 4", postalCode: "1010", city: "Wien", country: "AT" },
    },
    lines: [
      {
        productId: "half-moon",
        name: "Half Moon",
        price: { amount: 360, currency: "EUR" as const },
        quantity,
      },
    ],
    total: { amount: 360 * quantity, currency: "EUR" as const },
  };
  if (age < 2) return { ...placed, status: "PENDING" };
  const decidedAt = placed.createdAt;
  if (age % 7 !== 0) return { ...placed, decidedAt, ...progress(age) };
  const shortfalls = [{ productId: "half-moon", requested: quantity, available: 0 }];
  return { ...placed, status: "REJECTED", decidedAt, rejection: { reason: "OutOfStock", shortfalls } };
}

/** The state of a confirmed order. */
function progress(age: number) {
  const shipment = { carrier: "DHL", trackingUrl: "https://tracking.example.com/1" };
  if (age % 11 === 0)
    return { status: "CANCELLED" as const, cancellation: { reason: "The customer changed their mind" } };
  if (age < 20) return { status: "CONFIRMED" as const };
  if (age < 40) return { status: "PACKED" as const };
  return { status: age < 80 ? ("SHIPPED" as const) : ("DELIVERED" as const), shipment };
}

const moment = (now: number, age: number): string =>
  new Date(now - age * MINUTES_BETWEEN * 60_000).toISOString().replace(/\.\d+/u, "");
