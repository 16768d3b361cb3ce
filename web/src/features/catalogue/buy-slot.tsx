/**
 * Where the catalogue leaves room for what buys a product. What stands there, the app says; the catalogue itself
 * sells nothing.
 */
import { createContext, type ReactNode } from "react";
import type { Product } from "../../api/products/product";

/** `corner`: on a card among others. `page`: on the product's own page. */
export type BuyPlace = "corner" | "page";

export const BuySlot = createContext<(product: Product, place: BuyPlace) => ReactNode>(() => null);
