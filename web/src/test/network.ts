/** The shop's API as a test sees it: up, with the products it is told to have, until a test says otherwise. */
import { http, HttpResponse, type HttpHandler } from "msw";
import { setupServer } from "msw/node";
import type { Problem, Product } from "../api/schema";

export const API = "https://api.shop.test/v1";

export const network = setupServer(config({ apiUrl: API }));

export function config(body: Record<string, unknown> | string): HttpHandler {
  return http.get("*/config.json", () =>
    typeof body === "string" ? HttpResponse.html(body) : HttpResponse.json(body),
  );
}

/** Answers both routes from `all`; the page size is the API's business here, not the client's. */
export function shelf(all: readonly Product[], pageSize = 100): HttpHandler[] {
  return [
    http.get(`${API}/products`, ({ request }) => {
      const start = Number(new URL(request.url).searchParams.get("nextToken") ?? 0);
      const end = start + pageSize;
      return HttpResponse.json({
        items: all.slice(start, end),
        ...(end < all.length && { nextToken: String(end) }),
      });
    }),
    http.get(`${API}/products/:id`, ({ params }) => {
      const found = all.find((product) => product.id === params.id);
      return found === undefined ? problem(404) : HttpResponse.json(found);
    }),
  ];
}

/** `pointers`: which values of the request's body are said to be wrong. */
export function problem(
  status: number,
  requestId = "req-1",
  pointers: readonly string[] = [],
): HttpResponse<string> {
  const errors = pointers.map((pointer) => ({ detail: "said so", pointer }));
  const body: Problem = {
    type: "/problems/test",
    title: "Test",
    status,
    detail: "said so",
    requestId,
    ...(errors.length > 0 && { errors }),
  };
  return new HttpResponse(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json" },
  });
}

export interface OrderDesk {
  readonly handlers: HttpHandler[];
  /** Every order that was taken, in order. */
  readonly orders: { readonly body: string; readonly orderId: string; readonly executionArn: string }[];
  /** Takes a request as the API does: the same key with the same body gives the same answer. */
  readonly take: (request: Request) => Promise<HttpResponse<string>>;
  /** What the order's status is from now on; `RUNNING` until somebody says otherwise. */
  status: Record<string, unknown>;
}

/** Where orders are placed and asked about. */
export function anOrderDesk(): OrderDesk {
  const keys = new Map<string, { body: string; orderId: string; executionArn: string }>();
  const desk: OrderDesk = {
    orders: [],
    status: { status: "RUNNING" },
    take: async (request) => {
      const key = request.headers.get("idempotency-key") ?? "";
      const body = await request.text();
      const before = keys.get(key);
      if (before !== undefined && before.body !== body) return problem(422);
      const order = before ?? { body, ...anExecution(desk.orders.length + 1) };
      if (before === undefined) {
        keys.set(key, order);
        desk.orders.push(order);
      }
      const { orderId, executionArn } = order;
      return json(202, { orderId, executionArn });
    },
    handlers: [
      http.post(`${API}/orders`, ({ request }) => desk.take(request)),
      http.get(`${API}/orders/status/:execution`, ({ params }) => {
        const order = desk.orders.find(({ executionArn }) => executionArn === params.execution);
        return order === undefined ? problem(404) : json(200, { orderId: order.orderId, ...desk.status });
      }),
    ],
  };
  return desk;
}

function anExecution(number: number) {
  const orderId = `019ac3f0-0000-7000-8000-${String(number).padStart(12, "0")}`;
  return { orderId, executionArn: `arn:aws:states:eu-west-1:123456789012:execution:new_order:${orderId}` };
}

function json(status: number, body: Record<string, unknown>): HttpResponse<string> {
  return new HttpResponse(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

/** A product that the contract accepts; `with_` says what is special about it. */
export function aProduct(id: string, with_: Partial<Product> = {}): Product {
  return {
    id,
    name: `Cookie ${id}`,
    description: `All about ${id}.`,
    price: { amount: 350, currency: "EUR" },
    imageKey: `${id}.svg`,
    stock: 12,
    updatedAt: "2026-11-22T10:00:00Z",
    ...with_,
  };
}
