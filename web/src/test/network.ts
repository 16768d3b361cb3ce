/** A mocked API that is available and has only what a test adds. */
import { http, HttpResponse, type HttpHandler } from "msw";
import { setupServer } from "msw/node";
import { orderIdOf } from "../api/orders/order-id-of";
import type { OrderId } from "../api/orders/order-id";
import type { Problem, Product } from "../api/schema";

export const API = "https://api.shop.test/v1";

export const network = setupServer(config({ apiUrl: API }));

export function config(body: Record<string, unknown> | string): HttpHandler {
  return http.get("*/config.json", () =>
    typeof body === "string" ? HttpResponse.html(body) : HttpResponse.json(body),
  );
}

/** Mocks both product routes. `pageSize` overrides the limit of the client. */
export function catalogue(all: readonly Product[], pageSize = 100): HttpHandler[] {
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

/** `pointers`: the invalid values of the request body. */
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

export interface FakeOrderApi {
  readonly handlers: HttpHandler[];
  /** The accepted orders, oldest first. */
  readonly orders: { readonly key: string; readonly body: string; readonly orderId: OrderId }[];
  /** Accepts a request like the API: the same key and body yield the same response. */
  readonly take: (request: Request) => Promise<HttpResponse<string>>;
  /** The status of every order. */
  status: Record<string, unknown>;
}

/** Mocks the customer order routes. */
export function fakeOrderApi(): FakeOrderApi {
  const orderApi: FakeOrderApi = {
    orders: [],
    status: { status: "RUNNING" },
    take: async (request) => {
      const key = request.headers.get("idempotency-key") ?? "";
      const body = await request.text();
      const orderId = await orderIdOf(key);
      const before = orderApi.orders.find((order) => order.key === key);
      if (before !== undefined && before.body !== body) return problem(422);
      if (before === undefined) orderApi.orders.push({ key, body, orderId });
      return json(202, { orderId });
    },
    handlers: [
      http.post(`${API}/orders`, ({ request }) => orderApi.take(request)),
      http.get(`${API}/orders/status/:order`, ({ params }) => {
        const order = orderApi.orders.find(({ orderId }) => orderId === params.order);
        if (order === undefined) return problem(404);
        const isWritten = orderApi.status.status !== "RUNNING";
        return json(200, {
          orderId: order.orderId,
          ...(isWritten && { order: RECEIPT }),
          ...(orderApi.status.status === "SUCCEEDED" && { fulfilment: { status: "CONFIRMED" } }),
          ...orderApi.status,
        });
      }),
    ],
  };
  return orderApi;
}

/** The receipt of every order: two half moons. */
export const RECEIPT = {
  number: "K7Q2-9F4M",
  createdAt: "2026-11-22T10:00:00Z",
  name: "Ada Lovelace",
  address: { street: "Kleine Gasse 4", postalCode: "1010", city: "Wien", country: "AT" },
  lines: [
    { productId: "half-moon", name: "Half Moon", price: { amount: 350, currency: "EUR" }, quantity: 2 },
  ],
  total: { amount: 700, currency: "EUR" },
};

/** A price change of half moons by 10 cents. */
export const PRICE_CHANGE = {
  lines: [
    {
      productId: "half-moon",
      name: "Half Moon",
      quantity: 2,
      agreedPrice: { amount: 350, currency: "EUR" },
      price: { amount: 360, currency: "EUR" },
    },
  ],
  agreedTotal: { amount: 700, currency: "EUR" },
  total: { amount: 720, currency: "EUR" },
};

/** The rejection of an order at old prices. */
export const pricesChanged = (): HttpResponse<string> =>
  new HttpResponse(
    JSON.stringify({
      type: "/problems/price-changed",
      title: "Prices have changed",
      status: 409,
      detail: "said so",
      requestId: "req-409",
      priceChange: PRICE_CHANGE,
    } satisfies Problem),
    { status: 409, headers: { "content-type": "application/problem+json" } },
  );

function json(status: number, body: Record<string, unknown>): HttpResponse<string> {
  return new HttpResponse(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

/** A valid product. */
export function aProduct(id: string, overrides: Partial<Product> = {}): Product {
  return {
    id,
    name: `Cookie ${id}`,
    description: `All about ${id}.`,
    price: { amount: 350, currency: "EUR" },
    imageKey: `${id}.svg`,
    stock: 12,
    updatedAt: "2026-11-22T10:00:00Z",
    ...overrides,
  };
}
