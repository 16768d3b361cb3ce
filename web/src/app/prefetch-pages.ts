/**
 * Fetches the customers' other pages as soon as the first has what it shows: opening one then waits for no piece of
 * the bundle, and works when the network has gone meanwhile. Not the employees' pages: few come for those.
 */
import type { QueryClient } from "@tanstack/react-query";
import { loadCartPage } from "../features/cart/load-cart-page";
import { loadProductPage } from "../features/catalogue/load-product-page";
import { loadCheckout } from "./load-checkout";
import { loadOrderStatus } from "./load-order-status";

export function prefetchPages(client: QueryClient): void {
  const stop = client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success") return;
    stop();
    for (const load of [loadProductPage, loadCartPage, loadCheckout, loadOrderStatus]) {
      // Whoever opens the page asks again, and is told then.
      load().catch(() => undefined);
    }
  });
}
