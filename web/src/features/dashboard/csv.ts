/**
 * Orders as CSV (RFC 4180) for spreadsheets: a header line, then a row per order line.
 *
 * Two things are done for spreadsheets. The file starts with a byte order mark, without which Excel does not
 * detect UTF-8 and shows `Zoë` as `ZoÃ«`; other readers skip the mark. And text that a spreadsheet would take
 * for a formula gets a leading apostrophe: customers choose their names, and `=HYPERLINK(…)` must not run for
 * the employee who opens the file. The same applies after a semicolon, because in locales with a decimal
 * comma Excel splits at semicolons, even within quotes.
 *
 * A phone number keeps its plus sign, because couriers import the file, too. That is safe: only digits and
 * separators count as a phone number.
 */
import type { OrderFilter } from "../../api/orders/list-orders";
import type { Day } from "../../api/orders/day";
import type { Order, OrderLine } from "../../api/orders/order";
import type { Money } from "../../api/products/money";
import { formatMoney } from "../../ui/money";
import { refunded } from "./refunded";

export const BYTE_ORDER_MARK = "\uFEFF";

/** `zone`: the time zone of dates and times. */
export function ordersCsv(orders: readonly Order[], zone: string): string {
  const columns = columnsIn(zone);
  return csv([
    columns.map(([name]) => safeCell(name)),
    ...orders.flatMap((order) =>
      order.lines.map((line, at) => columns.map(([, cell]) => cell({ order, line, number: at + 1 }))),
    ),
  ]);
}

/**
 * The file name: the date of the export and the filter, as in
 * `orders-2026-11-23-rejected-from-2026-11-01.csv`.
 */
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

/** Writes any table. The type ensures that its cells are safe. */
export function csv(rows: readonly (readonly SafeCell[])[]): string {
  const lines = rows.map((row) => row.map(quote).join(","));
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join("")}`;
}

/** Text that no spreadsheet takes for a formula. */
export type SafeCell = string & { readonly safeCell: unique symbol };

/**
 * Escapes text that starts like a formula, also with full-width signs or after blanks that a spreadsheet
 * skips.
 */
export function safeCell(cell: string): SafeCell {
  const start = /^[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? `'${cell}` : cell;
  return start.replaceAll(/(?<separator>;[\s"]*)(?=[=+\-@＝＋－＠])/gu, "$<separator>'") as SafeCell;
}

/**
 * A phone number as entered, like `+49 30 1234567`. After a plus sign, characters that a spreadsheet would
 * calculate with become spaces: it would show `+1-555-0100` as -654. Other text is escaped as usual.
 */
export function phoneCell(phone: string): SafeCell {
  if (!/^\+[\d ()/.-]*\d[\d ()/.-]*$/.test(phone)) return safeCell(phone);
  return `+${phone
    .slice(1)
    .replaceAll(/[^\d]+/g, " ")
    .trim()}` as SafeCell;
}

/** `{ amount: 123450, currency: "EUR" }` → `1234.50`, without currency sign and grouping. */
export const decimal = (money: Money): string => formatMoney(money, "en").replaceAll(/[^\d.]/g, "");

/** The local time in the zone: `2026-11-22 00:30:00`. */
export function localTime(at: string, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}:${part("second")}`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function reasonOf(order: Order): string {
  if (order.status === "REJECTED") return order.rejection.reason;
  return order.status === "CANCELLED" ? order.cancellation.reason : "";
}

interface Row {
  readonly order: Order;
  readonly line: OrderLine;
  /** The number of the line, from 1. */
  readonly number: number;
}

type Column = readonly [name: string, cell: (row: Row) => SafeCell];

function columnsIn(zone: string): readonly Column[] {
  const text = (name: string, cell: (row: Row) => string): Column => [name, (row) => safeCell(cell(row))];
  return [
    text("Order", ({ order }) => order.id),
    text("Number", ({ order }) => order.number),
    text(`Received (${zone})`, ({ order }) => localTime(order.createdAt, zone)),
    text("Status", ({ order }) => order.status),
    text(`Decided (${zone})`, ({ order }) =>
      order.status === "PENDING" ? "" : localTime(order.decidedAt, zone),
    ),
    text("Reason", ({ order }) => reasonOf(order)),
    text("Carrier", ({ order }) => ("shipment" in order ? order.shipment.carrier : "")),
    text("Tracking link", ({ order }) => ("shipment" in order ? (order.shipment.trackingUrl ?? "") : "")),
    text("Customer", ({ order }) => order.customer.name),
    text("E-mail", ({ order }) => order.customer.email),
    ["Phone", ({ order }) => phoneCell(order.customer.phone ?? "")],
    text("Street", ({ order }) => order.customer.address.street),
    text("Postal code", ({ order }) => order.customer.address.postalCode),
    text("City", ({ order }) => order.customer.address.city),
    text("Country", ({ order }) => order.customer.address.country),
    text("Line", ({ number }) => String(number)),
    text("Product ID", ({ line }) => line.productId),
    text("Product", ({ line }) => line.name),
    text("Quantity", ({ line }) => String(line.quantity)),
    text("Unit price", ({ line }) => decimal(line.price)),
    text("Line total", ({ line }) => decimal({ ...line.price, amount: line.price.amount * line.quantity })),
    text("Order total", ({ order }) => decimal(order.total)),
    text("Refunded", ({ order }) => decimal({ ...order.total, amount: refunded(order) })),
    text("Currency", ({ order }) => order.total.currency),
  ];
}
