/** Paths that are requested both by the first script and by the app. The two must be equal for a response to be reused. */

export const CONFIG_PATH = "/config.json";

/** Divisible by two, three and four, the numbers of columns. */
const PAGE_SIZE = 12;

export function productListApiPath(nextToken?: string): string {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (nextToken !== undefined) query.set("nextToken", nextToken);
  return `/products?${query.toString()}`;
}

export const productApiPath = (id: string): string => `/products/${id}`;

export const orderStatusApiPath = (id: string): string => `/orders/status/${id}`;
