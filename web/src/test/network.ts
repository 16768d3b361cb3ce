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

export function problem(status: number, requestId = "req-1"): HttpResponse<string> {
  const body: Problem = { type: "/problems/test", title: "Test", status, detail: "said so", requestId };
  return new HttpResponse(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json" },
  });
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
