import fc from "fast-check";
import { expect, test } from "vitest";
import { customerOf, valuesOf } from "./customer";
import { errorText, labelOf } from "./fields";
import { validate, validateAll, FIELDS, NOTHING_TYPED, ruleOf, type Field, type FieldError } from "./rules";

test.each<[Field, string, FieldError | undefined]>([
  ["name", "Ada Lovelace", undefined],
  ["name", "   ", "missing"],
  ["name", "🍪".repeat(ruleOf("name").maxLength ?? 0), undefined],
  ["name", "🍪".repeat((ruleOf("name").maxLength ?? 0) + 1), "too-long"],
  ["email", "ada@example.com", undefined],
  ["email", "  ada@example.com ", undefined],
  ["email", "ada@", "malformed"],
  ["email", "ada example.com", "malformed"],
  ["phone", "", undefined],
  ["phone", "+49 30 1234567", undefined],
  ["phone", "call me", "malformed"],
  ["address.street", "Kleine Gasse 4", undefined],
  ["address.postalCode", "1010", undefined],
  ["address.country", "", "missing"],
  ["address.country", "AT", undefined],
  ["address.country", "Austria", "malformed"],
  ["phone", "(030) 1234567", undefined],
  ["phone", "+49 (0)30 1234-567 Durchwahl 5", undefined],
  ["email", "ada..l@example.com", "malformed"],
])("`%s` of “%s” is %s", (field, value, expected) => {
  expect(validate(field, { ...NOTHING_TYPED, [field]: value })).toBe(expected);
});

test.each([
  ["DE", "10115", undefined],
  ["DE", " D-10115 ", undefined],
  ["DE", "1", "malformed"],
  ["NL", "1012ab", undefined],
  ["US", "1", undefined],
  ["", "1", undefined],
  ["DE", "", "missing"],
])("in “%s” the postal code “%s” is %s", (country, postalCode, expected) => {
  const values = { ...NOTHING_TYPED, "address.country": country, "address.postalCode": postalCode };
  expect(validate("address.postalCode", values)).toBe(expected);
});

test("an invalid postal code shows an example of the country", () => {
  const values = { ...NOTHING_TYPED, "address.country": "DE" };
  expect(errorText("address.postalCode", "malformed", values)).toBe(
    "Postal codes in Germany look like 10115",
  );
  expect(errorText("address.postalCode", "malformed", NOTHING_TYPED)).toMatch(/letters, digits/);
});

test("an empty form lacks all required fields", () => {
  expect([...validateAll(NOTHING_TYPED).keys()]).toEqual(FIELDS.filter((field) => field !== "phone"));
});

test("every field has a label and all error texts", () => {
  for (const field of FIELDS) {
    expect(labelOf(field)).not.toBe("");
    for (const found of ["missing", "too-short", "too-long", "malformed"] as const) {
      expect(errorText(field, found, NOTHING_TYPED)).not.toBe("");
    }
  }
});

test("values are the same after sending and reading, apart from surrounding white space", () => {
  const values = fc.record(
    Object.fromEntries(FIELDS.map((field) => [field, fc.string()])) as Record<Field, fc.Arbitrary<string>>,
  );
  fc.assert(
    fc.property(values, (typed) => {
      const trimmed = Object.fromEntries(FIELDS.map((field) => [field, typed[field].trim()]));
      expect(valuesOf(customerOf(typed))).toEqual(trimmed);
    }),
  );
});

test("an empty phone number is omitted", () => {
  expect(customerOf(NOTHING_TYPED)).not.toHaveProperty("phone");
});
