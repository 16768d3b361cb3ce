/**
 * Validates the form by the rules of the contract, generated from the OpenAPI document that the server
 * follows, too. `fields.ts` has the error texts.
 */
import customer from "../../api/rules/customer";
import postalCodes from "../../api/rules/postal-codes";
import type { NewOrder } from "../../api/schema";

/** What the customer enters: everything in an order but the cart. */
export type Field = Exclude<
  keyof typeof customer | keyof NewOrder,
  "" | "address" | "customer" | "lines" | "total"
>;

export type Values = Readonly<Record<Field, string>>;

export const NOTHING_TYPED: Values = {
  name: "",
  email: "",
  phone: "",
  "address.street": "",
  "address.postalCode": "",
  "address.city": "",
  "address.country": "",
};

/** In form order. */
export const FIELDS = Object.keys(NOTHING_TYPED) as Field[];

export type FieldError = "missing" | "too-short" | "too-long" | "malformed";

/** The JSON Pointer of each field in the order, as a URI fragment (RFC 6901, section 6). */
export const POINTERS: Readonly<Record<Field, string>> = {
  name: "#/customer/name",
  email: "#/customer/email",
  phone: "#/customer/phone",
  "address.street": "#/customer/address/street",
  "address.postalCode": "#/customer/address/postalCode",
  "address.city": "#/customer/address/city",
  "address.country": "#/customer/address/country",
};

interface Rule {
  readonly required: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

const RULES: Readonly<Record<Field, Rule>> = customer;

export const ruleOf = (field: Field): Rule => RULES[field];

interface PostalCodeRule {
  readonly pattern: string;
  readonly example: string;
}

/** The postal code rule of a country, if there is one. */
export const postalCodeOf = (country: string): PostalCodeRule | undefined =>
  (postalCodes as Readonly<Record<string, PostalCodeRule>>)[country];

/** The first error of a field. Surrounding white space is ignored. */
export function validate(field: Field, values: Values): FieldError | undefined {
  return (
    validateValue(field, values[field]) ??
    (field === "address.postalCode" ? validatePostalCode(values) : undefined)
  );
}

function validatePostalCode(values: Values): FieldError | undefined {
  const rule = postalCodeOf(values["address.country"]);
  const text = values["address.postalCode"].trim();
  return rule === undefined || new RegExp(rule.pattern, "u").test(text) ? undefined : "malformed";
}

function validateValue(field: Field, value: string): FieldError | undefined {
  const { required, minLength = 0, maxLength = Infinity, pattern } = ruleOf(field);
  const text = value.trim();
  if (text === "") return required ? "missing" : undefined;

  // JSON Schema counts code points, not UTF-16 units.
  const length = Array.from(text).length;
  if (length < minLength) return "too-short";
  if (length > maxLength) return "too-long";
  return pattern === undefined || new RegExp(pattern, "u").test(text) ? undefined : "malformed";
}

export function validateAll(values: Values): Map<Field, FieldError> {
  return new Map(
    FIELDS.flatMap((field) => {
      const found = validate(field, values);
      return found === undefined ? [] : [[field, found] as const];
    }),
  );
}
