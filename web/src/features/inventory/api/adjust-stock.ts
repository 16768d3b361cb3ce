/** POST /products/{id}/stock: changes the stock of a product by a difference. */
import { postAsEmployee } from "../../../api/employee-client";
import type { ProductId } from "../../../api/products/product";
import type { StockAdjustment, StockReason } from "../../../api/schema";
import { InventoryItem } from "./inventory";

export type { StockAdjustment, StockReason };

/** Requests with the same key change the stock once. */
export const adjustStock = (
  id: ProductId,
  key: string,
  adjustment: StockAdjustment,
): Promise<InventoryItem> =>
  postAsEmployee(`/products/${id}/stock`, InventoryItem, JSON.stringify(adjustment), {
    "idempotency-key": key,
  });
