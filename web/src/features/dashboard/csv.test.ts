import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { Day } from "../../api/orders/day";
import { aCompleteOrder, anOrder, leavesOf, orderId, orderNumber } from "../../test/orders";
import { BYTE_ORDER_MARK, csv, decimal, fileName, safeCell, ordersCsv, phoneCell } from "./csv";

const day = (text: string) => v.parse(Day, text);

/** An independent reader of RFC 4180. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom('"', ",", ";", "\r", "\n", "=", "+", "-", "@", "\t", "'", "a", "é") }),
);

test("a table is read as written", () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 1 }), { minLength: 1 }), (rows) => {
      const written = csv(rows.map((row) => row.map(safeCell)));
      expect(written.startsWith(BYTE_ORDER_MARK)).toBe(true);
      expect(parse(written.slice(1))).toEqual(rows.map((row) => row.map(safeCell)));
    }),
  );
});

test("no cell starts like a formula, and other cells are unchanged", () => {
  fc.assert(
    fc.property(text, (cell) => {
      const written = safeCell(cell);
      expect(written).not.toMatch(/^[=+\-@\t\r\n]/);
      expect(written).not.toMatch(/;[\s"]*[=+\-@]/);
      if (!cell.includes(";")) expect([cell, `'${cell}`]).toContain(written);
    }),
  );
});

test.each(["=1+1", "+43 660 1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])("`%s` becomes text", (cell) => {
  expect(safeCell(cell)).toBe(`'${cell}`);
});

test.each([
  ["x;=1+1;y", "x;'=1+1;y"],
  ['x; "=1+1&";y', `x; "'=1+1&";y`],
  ["2 × Half Moon; 3 × Ginger Snap", "2 × Half Moon; 3 × Ginger Snap"],
])("with semicolons as separators, `%s` contains no formula either", (cell, expected) => {
  expect(safeCell(cell)).toBe(expected);
});

test("each line of an order is a row with the order's data", () => {
  const order = anOrder(1, {
    createdAt: "2026-11-21T23:30:00Z",
    customer: {
      name: '=HYPERLINK("https://evil.example")',
      email: "zoe@example.com",
      phone: "+43 660 1234567",
      address: { street: "Kleine Gasse 4, Top 2", postalCode: "1010", city: "Wien", country: "AT" },
    },
    lines: [
      { productId: "half-moon", name: "Half Moon", price: { amount: 360, currency: "EUR" }, quantity: 2 },
      { productId: "oat", name: "=Oat", price: { amount: 100, currency: "EUR" }, quantity: 1 },
    ],
    total: { amount: 820, currency: "EUR" },
  });
  const [names, ...rows] = parse(ordersCsv([order], "Europe/Berlin").slice(1));
  const ofOrder = {
    Order: orderId(1),
    Number: orderNumber(1),
    "Received (Europe/Berlin)": "2026-11-22 00:30:00",
    Status: "CONFIRMED",
    "Decided (Europe/Berlin)": "2026-11-22 01:02:00",
    Reason: "",
    Carrier: "",
    "Tracking link": "",
    Customer: '\'=HYPERLINK("https://evil.example")',
    "E-mail": "zoe@example.com",
    Phone: "+43 660 1234567",
    Street: "Kleine Gasse 4, Top 2",
    "Postal code": "1010",
    City: "Wien",
    Country: "AT",
    "Order total": "8.20",
    Refunded: "0.00",
    Currency: "EUR",
  };
  const byName = (row: string[]) => Object.fromEntries((names ?? []).map((name, at) => [name, row[at]]));
  expect(rows.map(byName)).toEqual([
    {
      ...ofOrder,
      Line: "1",
      "Product ID": "half-moon",
      Product: "Half Moon",
      Quantity: "2",
      "Unit price": "3.60",
      "Line total": "7.20",
    },
    {
      ...ofOrder,
      Line: "2",
      "Product ID": "oat",
      Product: "'=Oat",
      Quantity: "1",
      "Unit price": "1.00",
      "Line total": "1.00",
    },
  ]);
});

test.each([
  ["+49 30 1234567", "+49 30 1234567"],
  ["+493012345", "+493012345"],
  ["(030) 1234567", "(030) 1234567"],
  ["030/1234567", "030/1234567"],
  ["", ""],
  // Would be calculated by a spreadsheet, or is not a phone number.
  ["+1-555-0100", "+1 555 0100"],
  ["+49 (30) 123-45", "+49 30 123 45"],
  ["+1+2", "'+1+2"],
  ["+A1", "'+A1"],
  ["-1", "'-1"],
  ["=1+1", "'=1+1"],
  ["@SUM(1)", "'@SUM(1)"],
  ["+49 30;=1", "'+49 30;'=1"],
])("the phone number `%s` is exported as `%s`", (phone, expected) => {
  expect(phoneCell(phone)).toBe(expected);
});

test("a phone number is digits after a plus sign, or escaped text", () => {
  fc.assert(
    fc.property(text, (phone) => {
      expect(phoneCell(phone)).toMatch(/^(?:\+\d[\d ]*$|(?![=+\-@\t\r\n]))/);
    }),
  );
});

test("a row has the carrier, the reason of a cancellation and the refunds", () => {
  const shipment = { carrier: "DHL", trackingUrl: "https://track.example/1" };
  const amount = { amount: 120, currency: "EUR" };
  const refund = { at: "2026-11-22T10:00:00Z", by: { sub: "5e1b" }, amount, reason: "Broken" };
  const refunds = [
    { ...refund, id: "r-1" },
    { ...refund, id: "r-2" },
  ];
  const orders = [
    anOrder(2, { status: "SHIPPED", shipment, refunds }),
    anOrder(1, { status: "CANCELLED", cancellation: { reason: "=Changed their mind" } }),
  ];
  const [names, shipped, cancelled] = parse(ordersCsv(orders, "UTC").slice(1));
  const cell = (row: string[] | undefined, name: string) => row?.[names?.indexOf(name) ?? -1];
  expect(cell(shipped, "Carrier")).toBe("DHL");
  expect(cell(shipped, "Tracking link")).toBe("https://track.example/1");
  expect(cell(shipped, "Refunded")).toBe("2.40");
  expect(cell(cancelled, "Reason")).toBe("'=Changed their mind");
});

test("a row contains every value of an order", () => {
  const order = aCompleteOrder();
  const [, row] = parse(ordersCsv([order], "UTC").slice(1));
  // These are formatted, or only on the order's page.
  const formatted = /(?:^createdAt|^decidedAt|amount|^(?:history|notes|refunds)\..*)$/u;
  for (const [path, text] of leavesOf(order).filter(([path]) => !formatted.test(path)))
    expect(row, path).toContain(text);
});

test("the file name contains date and filter", () => {
  expect(fileName({}, day("2026-11-23"))).toBe("orders-2026-11-23.csv");
  expect(
    fileName({ status: "REJECTED", from: day("2026-11-01"), to: day("2026-11-05") }, day("2026-11-23")),
  ).toBe("orders-2026-11-23-rejected-from-2026-11-01-to-2026-11-05.csv");
});

test.each([
  [350, "EUR", "3.50"],
  [123456789, "EUR", "1234567.89"],
  [5, "CHF", "0.05"],
  [350, "JPY", "350"],
  [1234, "KWD", "1.234"],
])("%d of %s is exported as %s", (amount, currency, expected) => {
  expect(decimal({ amount, currency })).toBe(expected);
});
