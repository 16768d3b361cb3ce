/**
 * Requests that are sent before the app's code has loaded: the settings, and the products or the order that the first page shows.
 * `fetchJson` takes their responses over.
 *
 * This module is part of the page's first script, which loads before the app, so it imports nothing but paths.
 */
import { CONFIG_PATH, orderStatusApiPath, productApiPath, productListApiPath } from "./paths";

export interface EarlyRequest {
  readonly response: Promise<Response>;
  readonly abort: (reason: unknown) => void;
}

/** By path: of the site for the settings, of the API for everything else. */
const requests = new Map<string, EarlyRequest>();

export function sendEarlyRequests({ origin, pathname }: Pick<Location, "origin" | "pathname">): void {
  const config = send(CONFIG_PATH, Promise.resolve(origin));
  const path = firstApiPath(pathname);
  // The app reads the body too. Its own copy is read here.
  if (path !== undefined) void send(path, config.then((response) => response.clone().json()).then(apiUrlOf));
}

/** The early request for this path, at most once. */
export function takeEarlyRequest(path: string): EarlyRequest | undefined {
  const request = requests.get(path);
  requests.delete(path);
  return request;
}

function send(path: string, base: Promise<string>): Promise<Response> {
  const controller = new AbortController();
  const response = base.then((url) =>
    fetch(url + path, {
      signal: controller.signal,
      headers: { accept: "application/json, application/problem+json" },
    }),
  );
  // Without a taker, a failure must not be reported as an unhandled rejection.
  response.catch(() => undefined);
  requests.set(path, {
    response,
    abort: (reason) => {
      controller.abort(reason);
    },
  });
  return response;
}

function apiUrlOf(config: unknown): string {
  const { apiUrl } = config as { readonly apiUrl?: unknown };
  if (typeof apiUrl !== "string") throw new Error("`/config.json` has no `apiUrl`");
  return apiUrl;
}

function firstApiPath(pathname: string): string | undefined {
  if (pathname === "/") return productListApiPath();
  const product = productIdOf(pathname);
  if (product !== undefined) return productApiPath(product);
  const order = orderIdOf(pathname);
  return order === undefined ? undefined : orderStatusApiPath(order);
}

/** The product whose page this path is. */
export function productIdOf(pathname: string): string | undefined {
  return /^\/products\/([a-z0-9-]+)$/u.exec(pathname)?.[1];
}

/** The order whose status page this path is. */
export function orderIdOf(pathname: string): string | undefined {
  return /^\/orders\/([0-9a-f-]{36})$/u.exec(pathname)?.[1];
}
