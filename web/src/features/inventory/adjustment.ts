/** The adjustment that an employee types: a reason and a number of pieces, whose meaning depends on the reason. */
import type { StockAdjustment, StockReason } from "./api/adjust-stock";

/** The contract's limit for one adjustment. */
export const MAX_PIECES = 1_000_000;

export interface Typed {
  readonly reason: StockReason;
  /** Delivered or thrown away; for a count, the pieces that were counted. */
  readonly pieces: string;
  readonly note: string;
}

export type Fault = "pieces" | "no-difference" | "note";

/** The adjustment of a product with this stock, or what is wrong. */
export function adjustmentOf({ reason, pieces, note }: Typed, stock: number): StockAdjustment | Fault {
  const count = /^\d{1,7}$/u.test(pieces.trim()) ? Number(pieces) : Number.NaN;
  // Rejects also what is not a number.
  if (!(count <= MAX_PIECES) || (count === 0 && reason !== "COUNT")) return "pieces";
  // Sent as a difference, so that a sale meanwhile is not lost.
  const change = { DELIVERY: count, WASTE: -count, COUNT: count - stock }[reason];
  if (change === 0) return "no-difference";
  const text = note.trim();
  if (text.length > 100) return "note";
  return { change, reason, ...(text !== "" && { note: text }) };
}
