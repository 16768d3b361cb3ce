import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import { network } from "../test/network";
import { sendEarlyRequests, takeEarlyRequest } from "./early-requests";
import { fetchJson } from "./fetch-json";

const ORIGIN = "https://shop.example.com";
const API = "https://api.example.com/v1";

function serve(apiUrl: unknown = API): string[] {
  const requested: string[] = [];
  network.use(
    http.get("*", ({ request }) => {
      requested.push(request.url);
      return HttpResponse.json(request.url.endsWith("/config.json") ? { apiUrl } : { items: [] });
    }),
  );
  return requested;
}

test.each([
  ["/", "/products?limit=12"],
  ["/products/half-moon", "/products/half-moon"],
  ["/orders/b5b9a845-55cb-8816-928c-6a81a4b7fcd1", "/orders/status/b5b9a845-55cb-8816-928c-6a81a4b7fcd1"],
])("at %s the settings and the products are requested early, and once", async (pathname, path) => {
  const requested = serve();
  sendEarlyRequests({ origin: ORIGIN, pathname });
  await vi.waitFor(() => {
    expect(requested).toEqual([`${ORIGIN}/config.json`, API + path]);
  });

  expect((await fetchJson(`${ORIGIN}/config.json`, { early: "/config.json" })).body).toEqual({ apiUrl: API });
  expect((await fetchJson(API + path, { early: path })).body).toEqual({ items: [] });
  expect(requested).toHaveLength(2);

  await fetchJson(API + path, { early: path });
  expect(requested).toHaveLength(3);
});

test.each(["/cart", "/products/", "/products/Half%20Moon", "/dashboard"])(
  "at %s only the settings are requested early",
  async (pathname) => {
    const requested = serve();
    sendEarlyRequests({ origin: ORIGIN, pathname });
    await fetchJson(`${ORIGIN}/config.json`, { early: "/config.json" });
    expect(requested).toEqual([`${ORIGIN}/config.json`]);
  },
);

test("a page that reads the settings first sends no second request for the products", async () => {
  const requested = serve();
  sendEarlyRequests({ origin: ORIGIN, pathname: "/" });
  await fetchJson(`${ORIGIN}/config.json`, { early: "/config.json" });
  await fetchJson(`${API}/products?limit=12`, { early: "/products?limit=12" });
  expect(requested).toEqual([`${ORIGIN}/config.json`, `${API}/products?limit=12`]);
});

test("settings without an address send no further request", async () => {
  const requested = serve(42);
  sendEarlyRequests({ origin: ORIGIN, pathname: "/" });
  await fetchJson(`${ORIGIN}/config.json`, { early: "/config.json" });
  expect(requested).toHaveLength(1);
});

test("an early request that fails is reported as any other", async () => {
  network.use(http.get("*", () => HttpResponse.error()));
  sendEarlyRequests({ origin: ORIGIN, pathname: "/" });
  await expect(fetchJson(`${ORIGIN}/config.json`, { early: "/config.json" })).rejects.toMatchObject({
    failure: { kind: "unreachable" },
  });
});

test("cancelling aborts the early request", async () => {
  network.use(http.get("*", () => new Promise<never>(() => undefined)));
  sendEarlyRequests({ origin: ORIGIN, pathname: "/cart" });
  const cancel = new AbortController();
  const response = fetchJson(`${ORIGIN}/config.json`, { cancel: cancel.signal, early: "/config.json" });
  cancel.abort();
  await expect(response).rejects.toThrow();
  expect(takeEarlyRequest("/config.json")).toBeUndefined();
});
