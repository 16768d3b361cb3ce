/**
 * Prefetches the customer pages once the first page shows its data and its pictures. Opening one of them then needs no
 * further download and works offline. Employee pages are not prefetched: few visitors open them.
 */
import type { QueryClient } from "@tanstack/react-query";
import { loadCartPage } from "../features/cart/load-cart-page";
import { loadProductPage } from "../features/catalogue/load-product-page";
import { loadCheckout } from "./load-checkout";
import { loadOrderStatus } from "./load-order-status";

export function prefetchPages(client: QueryClient): void {
  const unsubscribe = client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success") return;
    unsubscribe();
    void prefetch();
  });
}

async function prefetch(): Promise<void> {
  await picturesLoaded();
  for (const load of [loadProductPage, loadCartPage, loadCheckout, loadOrderStatus]) {
    // A page that failed to load is requested again when it is opened, and reports the error then.
    load().catch(() => undefined);
  }
}

/** Waits for the pictures on the first screen, which would otherwise share the connection with the prefetched pages. */
async function picturesLoaded(): Promise<void> {
  // The data is rendered after this frame at the latest, except on a very busy device.
  await nextFrame();
  await nextFrame();
  const pending = [...document.images].filter((image) => image.loading !== "lazy" && !image.complete);
  await Promise.all(pending.map(settled));
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
  });
}

function settled(image: HTMLImageElement): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ["load", "error"]) {
      image.addEventListener(event, () => {
        resolve();
      });
    }
  });
}
