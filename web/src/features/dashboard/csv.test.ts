import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { Day } from "../../api/orders/day";
import { anOrder, orderId } from "../../test/orders";
import { BYTE_ORDER_MARK, csv, decimal, fileName, harmless, ordersCsv } from "./csv";

const day = (text: string) => v.parse(Day, text);

/** A reader of RFC 4180 that knows nothing of the writer. */
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

test("every table is read as it was written", () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 1 }), { minLength: 1 }), (rows) => {
      const written = csv(rows);
      expect(written.startsWith(BYTE_ORDER_MARK)).toBe(true);
      expect(parse(written.slice(1))).toEqual(rows.map((row) => row.map(harmless)));
    }),
  );
});

test("no cell starts as a formula does, and what is none stays as it is", () => {
  fc.assert(
    fc.property(text, (cell) => {
      const written = harmless(cell);
      expect(written).not.toMatch(/^[=+\-@\t\r\n]/);
      expect(written).not.toMatch(/;[\s"]*[=+\-@]/);
      if (!cell.includes(";")) expect([cell, `'${cell}`]).toContain(written);
    }),
  );
});

test.each(["=1+1", "+43 660 1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])("`%s` becomes a text", (cell) => {
  expect(harmless(cell)).toBe(`'${cell}`);
});

test.each([
  ["x;=1+1;y", "x;'=1+1;y"],
  ['x; "=1+1&";y', `x; "'=1+1&";y`],
  ["2 × Half Moon; 3 × Ginger Snap", "2 × Half Moon; 3 × Ginger Snap"],
])("where semicolons separate, `%s` has no formula either", (cell, expected) => {
  expect(harmless(cell)).toBe(expected);
});

test("an order is a line with its address, what was bought and what it cost", () => {
  const order = anOrder(1, {
    customer: {
      name: '=HYPERLINK("https://evil.example")',
      email: "zoe@example.com",
      phone: "+43 660 1234567",
      address: { street: "Kleine Gasse 4, Top 2", postalCode: "1010", city: "Wien", country: "AT" },
    },
  });
  const [names, line] = parse(ordersCsv([order]).slice(1));
  expect(Object.fromEntries((names ?? []).map((name, at) => [name, line?.[at]]))).toEqual({
    Order: orderId(1),
    "Came in (UTC)": "2026-11-22T00:01:00Z",
    Status: "CONFIRMED",
    "Decided (UTC)": "2026-11-22T00:02:00Z",
    Reason: "",
    Customer: '\'=HYPERLINK("https://evil.example")',
    "E-mail": "zoe@example.com",
    Phone: "'+43 660 1234567",
    Street: "Kleine Gasse 4, Top 2",
    "Postal code": "1010",
    City: "Wien",
    Country: "AT",
    Lines: "2 × Half Moon",
    Total: "7.20",
    Currency: "EUR",
  });
});

test("a file says when it was made and what it is narrowed to", () => {
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
])("a program reads %d of %s as %s", (amount, currency, expected) => {
  expect(decimal({ amount, currency })).toBe(expected);
});
