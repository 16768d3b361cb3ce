import { afterEach, expect, test } from "vitest";
import { PAGE_CHUNKS_ID, preloadPage } from "./preload-page";

afterEach(() => {
  document.head.replaceChildren();
});

function listChunks(chunks: Record<string, string[]>): void {
  const list = document.head.appendChild(document.createElement("script"));
  list.type = "application/json";
  list.id = PAGE_CHUNKS_ID;
  list.textContent = JSON.stringify(chunks);
}

const preloaded = (): (string | null)[] =>
  [...document.querySelectorAll("link[rel=modulepreload]")].map((link) => link.getAttribute("href"));

test("the chunks of the page are preloaded, and no others", () => {
  listChunks({ "^/cart/?$": ["/assets/cart.js", "/assets/lines.js"], "^/orders/": ["/assets/order.js"] });
  preloadPage("/cart");
  expect(preloaded()).toEqual(["/assets/cart.js", "/assets/lines.js"]);
});

test("a page without chunks of its own preloads nothing", () => {
  listChunks({ "^/cart/?$": ["/assets/cart.js"] });
  preloadPage("/");
  expect(preloaded()).toEqual([]);
});

test("without a list, nothing is preloaded", () => {
  preloadPage("/cart");
  expect(preloaded()).toEqual([]);
});
