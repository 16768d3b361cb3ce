/**
 * The cart in the browser's storage, shared by all tabs.
 *
 * The stored text is the only source of truth. Each change starts from it, so two tabs do not undo each
 * other's changes. A text that is not a cart of this version is read as an empty cart.
 */
import * as v from "valibot";
import { readJson, storageEntry } from "../../browser/storage-entry";
import { Cart, EMPTY, ensureKey } from "./cart";

const NAME = "quarter-past.cart";

const Stored = v.object({ version: v.literal(1), cart: Cart });

const store = storageEntry("localStorage", NAME);
const listeners = new Set<() => void>();
let last: { readonly text: string | null; readonly cart: Cart } = { text: null, cart: EMPTY };

/** Returns the same object until the cart changes. */
export function readCart(): Cart {
  const text = store.read();
  if (text !== last.text) last = { text, cart: readJson(text, Stored)?.cart ?? EMPTY };
  return last.cart;
}

export function changeCart(change: (cart: Cart) => Cart): void {
  const before = readCart();
  // The key is created with the first line, before it is needed, so that two tabs that order at once send the
  // same.
  const cart = ensureKey(change(before), () => crypto.randomUUID());
  if (cart === before) return;
  store.write(JSON.stringify({ version: 1, cart } satisfies v.InferInput<typeof Stored>));
  for (const listener of listeners) listener();
}

/** Calls `listener` after every change in any tab. Returns a function that removes it. */
export function onCartChange(listener: () => void): () => void {
  const fromElsewhere = ({ key }: StorageEvent) => {
    // No key: the whole storage was cleared.
    if (key === NAME || key === null) listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", fromElsewhere);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", fromElsewhere);
  };
}
