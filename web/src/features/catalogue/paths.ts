/** The addresses of this feature's pages, for links. */
import type { ProductId } from "./api/product";

export const CATALOGUE_PATH = "/";

export const productPath = (id: ProductId): string => `/products/${id}`;
