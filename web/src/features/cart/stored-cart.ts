/**
 * The cart where the browser keeps it: one for all tabs, and still there tomorrow.
 *
 * The text is the only truth. Each change starts from what is stored at that moment, so two tabs do not undo each
 * other's; a text that is not a cart of this version is an empty one.
 */
import * as v from "valibot";
import { readJson, storageEntry } from "../../browser/storage-entry";
import { Cart, EMPTY, ensureKey } from "./cart";

const NAME = "quarter-past.cart";

const Stored = v.object({ version: v.literal(1), cart: Cart });

const store = storageEntry("localStorage", NAME);
const watchers = new Set<() => void>();
let last: { readonly text: string | null; readonly cart: Cart } = { text: null, cart: EMPTY };

/** The same object for as long as the cart is the same. */
export function readCart(): Cart {
  const text = store.read();
  if (text !== last.text) last = { text, cart: readJson(text, Stored)?.cart ?? EMPTY };
  return last.cart;
}

export function changeCart(change: (cart: Cart) => Cart): void {
  const before = readCart();
  // The key comes with the first line, long before it is needed: two tabs that order at once send the same.
  const cart = ensureKey(change(before), () => crypto.randomUUID());
  if (cart === before) return;
  store.write(JSON.stringify({ version: 1, cart } satisfies v.InferInput<typeof Stored>));
  for (const tell of watchers) tell();
}

/** Calls `tell` after every change, here or in another tab, until the function that comes back is called. */
export function watchCart(tell: () => void): () => void {
  const fromElsewhere = ({ key }: StorageEvent) => {
    // No key: everything was cleared.
    if (key === NAME || key === null) tell();
  };
  watchers.add(tell);
  window.addEventListener("storage", fromElsewhere);
  return () => {
    watchers.delete(tell);
    window.removeEventListener("storage", fromElsewhere);
  };
}
