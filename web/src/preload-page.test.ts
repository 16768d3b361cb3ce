import { afterEach, expect, test } from "vitest";
import { PAGE_CHUNKS_ID, preloadPage, type ChunkPath } from "./preload-page";

afterEach(() => {
  document.head.replaceChildren();
});

function listChunks(chunks: Record<string, ChunkPath[]>): void {
  const list = document.head.appendChild(document.createElement("script"));
  list.type = "application/json";
  list.id = PAGE_CHUNKS_ID;
  list.textContent = JSON.stringify(chunks);
}

const preloaded = (): (string | null)[] =>
  [...document.querySelectorAll("link[rel=modulepreload]")].map((link) => link.getAttribute("href"));

test("the chunks of the page are preloaded, and no others", () => {
  listChunks({ "^/cart/?$": ["/assets/cart.js", "/assets/lines.js"], "^/orders/": ["/assets/order.js"] });
  preloadPage("/cart", "en");
  expect(preloaded()).toEqual(["/assets/cart.js", "/assets/lines.js"]);
});

test("messages are preloaded in the language in use", () => {
  listChunks({ "^/cart/?$": ["/assets/cart.js", { en: "/assets/cart.en.js", de: "/assets/cart.de.js" }] });
  preloadPage("/cart", "de");
  expect(preloaded()).toEqual(["/assets/cart.js", "/assets/cart.de.js"]);
});

test("a page without chunks of its own preloads nothing", () => {
  listChunks({ "^/cart/?$": ["/assets/cart.js"] });
  preloadPage("/", "en");
  expect(preloaded()).toEqual([]);
});

test("without a list, nothing is preloaded", () => {
  preloadPage("/cart", "en");
  expect(preloaded()).toEqual([]);
});
