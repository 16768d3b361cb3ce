/** The current cart, updated when any tab changes it. */
import { useSyncExternalStore } from "react";
import type { Cart } from "./cart";
import { readCart, onCartChange } from "./stored-cart";

export const useCart = (): Cart => useSyncExternalStore(onCartChange, readCart);
