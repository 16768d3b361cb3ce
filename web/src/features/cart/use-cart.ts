/** The cart in components: always the current one, whichever tab changed it. */
import { useSyncExternalStore } from "react";
import type { Cart } from "./cart";
import { readCart, watchCart } from "./stored-cart";

export const useCart = (): Cart => useSyncExternalStore(watchCart, readCart);
