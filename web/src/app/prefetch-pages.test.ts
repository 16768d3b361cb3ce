import { afterEach, expect, test, vi } from "vitest";
import { loadCartPage } from "../features/cart/load-cart-page";
import { loadProductPage } from "../features/catalogue/load-product-page";
import { prefetchPages } from "./prefetch-pages";
import { loadCheckout } from "./load-checkout";
import { loadOrderStatus } from "./load-order-status";
import { createQueryClient } from "./query-client";

vi.mock("../features/cart/load-cart-page", () => ({ loadCartPage: vi.fn(unavailable) }));
vi.mock("../features/catalogue/load-product-page", () => ({ loadProductPage: vi.fn(unavailable) }));
vi.mock("./load-checkout", () => ({ loadCheckout: vi.fn(unavailable) }));
vi.mock("./load-order-status", () => ({ loadOrderStatus: vi.fn(unavailable) }));

/** A prefetch that fails must not surface: an unhandled rejection would fail the test. */
function unavailable(): Promise<never> {
  return Promise.reject(new Error("the chunk cannot be loaded"));
}

const LOADS = [loadProductPage, loadCartPage, loadCheckout, loadOrderStatus];

afterEach(() => {
  document.body.replaceChildren();
});

test("the other pages are prefetched once, after the first page has its data", async () => {
  const client = createQueryClient(() => undefined);
  prefetchPages(client);
  for (const load of LOADS) expect(load).not.toHaveBeenCalled();

  await client.query({ queryKey: ["first"], queryFn: () => "data" });
  await vi.waitFor(() => {
    for (const load of LOADS) expect(load).toHaveBeenCalledTimes(1);
  });
  await client.query({ queryKey: ["second"], queryFn: () => "data" });
  for (const load of LOADS) expect(load).toHaveBeenCalledTimes(1);
});

test("prefetching waits for the pictures on the first screen, not for lazy ones", async () => {
  for (const load of LOADS) vi.mocked(load).mockClear();
  const eager = document.body.appendChild(document.createElement("img"));
  const lazy = document.body.appendChild(document.createElement("img"));
  Object.defineProperty(lazy, "loading", { value: "lazy" });
  for (const image of [eager, lazy]) Object.defineProperty(image, "complete", { value: false });
  const listening = vi.spyOn(eager, "addEventListener");

  const client = createQueryClient(() => undefined);
  prefetchPages(client);
  await client.query({ queryKey: ["first"], queryFn: () => "data" });
  await vi.waitFor(() => {
    expect(listening).toHaveBeenCalledWith("load", expect.anything());
  });
  for (const load of LOADS) expect(load).not.toHaveBeenCalled();

  eager.dispatchEvent(new Event("load"));
  await vi.waitFor(() => {
    for (const load of LOADS) expect(load).toHaveBeenCalledTimes(1);
  });
});
