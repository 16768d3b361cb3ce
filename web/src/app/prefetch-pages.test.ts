import { expect, test, vi } from "vitest";
import { loadCartPage } from "../features/cart/load-cart-page";
import { loadProductPage } from "../features/catalogue/load-product-page";
import { prefetchPages } from "./prefetch-pages";
import { loadCheckout } from "./load-checkout";
import { loadOrderStatus } from "./load-order-status";
import { createQueryClient } from "./query-client";

vi.mock("../features/cart/load-cart-page", () => ({ loadCartPage: vi.fn(gone) }));
vi.mock("../features/catalogue/load-product-page", () => ({ loadProductPage: vi.fn(gone) }));
vi.mock("./load-checkout", () => ({ loadCheckout: vi.fn(gone) }));
vi.mock("./load-order-status", () => ({ loadOrderStatus: vi.fn(gone) }));

/** A piece that cannot be fetched is nobody's failure before it is needed: the test would fail of it. */
function gone(): Promise<never> {
  return Promise.reject(new Error("a piece of the bundle is gone"));
}

const LOADS = [loadProductPage, loadCartPage, loadCheckout, loadOrderStatus];

test("the other pages are fetched after what the first one shows, and once", async () => {
  const client = createQueryClient(() => undefined);
  prefetchPages(client);
  const answer = (key: string) =>
    client.query({
      queryKey: [key],
      queryFn: () => {
        for (const load of LOADS) expect(load).toHaveBeenCalledTimes(key === "first" ? 0 : 1);
        return key;
      },
    });
  await answer("first");
  await answer("second");
  for (const load of LOADS) expect(load).toHaveBeenCalledTimes(1);
});
