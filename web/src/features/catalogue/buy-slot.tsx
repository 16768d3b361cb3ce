/** The place for a buy button. The app fills it, because the catalogue does not know the cart. */
import { createContext, type ReactNode } from "react";
import type { Product } from "../../api/products/product";

/** `corner`: on a product card. `page`: on the product page. */
export type BuyPlace = "corner" | "page";

export const BuySlot = createContext<(product: Product, place: BuyPlace) => ReactNode>(() => null);
