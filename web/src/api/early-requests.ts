/**
 * Requests that are sent before the app's code has loaded: the settings, and the products that the first page shows.
 * `fetchJson` takes their responses over.
 *
 * This module is part of the page's first script, which loads before the app, so it imports nothing but paths.
 */
import { CONFIG_PATH, productApiPath, productListApiPath } from "./paths";

export interface EarlyRequest {
  readonly response: Promise<Response>;
  readonly abort: (reason: unknown) => void;
}

const requests = new Map<string, EarlyRequest>();

export function sendEarlyRequests({ origin, pathname }: Pick<Location, "origin" | "pathname">): void {
  const config = send(origin + CONFIG_PATH);
  const path = firstApiPath(pathname);
  if (path === undefined) return;
  config
    // The app reads the body too.
    .then((response) => response.clone().json() as Promise<{ apiUrl?: unknown }>)
    .then(({ apiUrl }) => {
      if (typeof apiUrl === "string") void send(apiUrl + path);
    })
    // The app requests the settings again, and reports the error.
    .catch(() => undefined);
}

/** The early request for this URL, at most once. */
export function takeEarlyRequest(url: string): EarlyRequest | undefined {
  const request = requests.get(url);
  requests.delete(url);
  return request;
}

function send(url: string): Promise<Response> {
  const controller = new AbortController();
  const response = fetch(url, {
    signal: controller.signal,
    headers: { accept: "application/json, application/problem+json" },
  });
  // Without a taker, a failure must not be reported as an unhandled rejection.
  response.catch(() => undefined);
  requests.set(url, {
    response,
    abort: (reason) => {
      controller.abort(reason);
    },
  });
  return response;
}

function firstApiPath(pathname: string): string | undefined {
  if (pathname === "/") return productListApiPath();
  const id = /^\/products\/([a-z0-9-]+)$/u.exec(pathname)?.[1];
  return id === undefined ? undefined : productApiPath(id);
}
