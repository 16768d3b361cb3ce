/**
 * Orders as a file for a spreadsheet: RFC 4180, with a line for the names of the columns.
 *
 * Two things are for the spreadsheets' sake. The file starts with a byte order mark, since without one Excel takes UTF-8
 * for the encoding of the machine and `Zoë` comes out as `ZoÃ«`; what else reads CSV skips the mark. And a text that
 * a spreadsheet would take for a formula gets an apostrophe before it: customers write their names themselves, and
 * `=HYPERLINK(…)` must not run on the machine of whoever opens the file. The same holds after a semicolon: where the
 * comma is for decimals, Excel takes the semicolon for the separator, and lets no quotes keep it from that.
 */
import type { OrderFilter } from "../../api/orders/list-orders";
import type { Day } from "../../api/orders/day";
import type { Order } from "../../api/orders/order";
import type { Money } from "../../api/products/money";
import { formatMoney } from "../../ui/money";

export const BYTE_ORDER_MARK = "\uFEFF";

export function ordersCsv(orders: readonly Order[]): string {
  return csv([
    COLUMNS.map(([name]) => name),
    ...orders.map((order) => COLUMNS.map(([, cell]) => cell(order))),
  ]);
}

/** `orders-2026-11-23-rejected-from-2026-11-01.csv`: when it was made, and what it is narrowed to. */
export function fileName(filter: OrderFilter, madeOn: Day): string {
  const parts = [
    "orders",
    madeOn,
    filter.status?.toLowerCase(),
    filter.from !== undefined && `from-${filter.from}`,
    filter.to !== undefined && `to-${filter.to}`,
  ];
  return `${parts.filter((part) => part !== undefined && part !== false).join("-")}.csv`;
}

/** Any table, with every cell made harmless. */
export function csv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((cell) => quote(harmless(cell))).join(","));
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join("")}`;
}

/** What would be a formula is text: the signs that start one, also in full width, and blanks that a spreadsheet skips. */
export function harmless(cell: string): string {
  const start = /^[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? `'${cell}` : cell;
  return start.replaceAll(/(?<separator>;[\s"]*)(?=[=+\-@＝＋－＠])/gu, "$<separator>'");
}

/** `{ amount: 123450, currency: "EUR" }` → `1234.50`: programs want neither sign nor grouping. */
export const decimal = (money: Money): string => formatMoney(money, "en").replaceAll(/[^\d.]/g, "");

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const COLUMNS: readonly (readonly [name: string, cell: (order: Order) => string])[] = [
  ["Order", ({ id }) => id],
  ["Came in (UTC)", ({ createdAt }) => createdAt],
  ["Status", ({ status }) => status],
  ["Decided (UTC)", (order) => (order.status === "PENDING" ? "" : order.decidedAt)],
  ["Reason", (order) => (order.status === "REJECTED" ? order.rejection.reason : "")],
  ["Customer", ({ customer }) => customer.name],
  ["E-mail", ({ customer }) => customer.email],
  ["Phone", ({ customer }) => customer.phone ?? ""],
  ["Street", ({ customer }) => customer.address.street],
  ["Postal code", ({ customer }) => customer.address.postalCode],
  ["City", ({ customer }) => customer.address.city],
  ["Country", ({ customer }) => customer.address.country],
  ["Lines", ({ lines }) => lines.map(({ quantity, name }) => `${String(quantity)} × ${name}`).join("; ")],
  ["Total", ({ total }) => decimal(total)],
  ["Currency", ({ total }) => total.currency],
];
