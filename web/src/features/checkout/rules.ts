/**
 * The contract's rules for what is typed into the form: the same ones that the server holds it to, generated from
 * the same document. What is wrong is found here; how it is said is `fields.ts`.
 */
import rules from "../../api/rules/customer";
import postalCodes from "../../api/rules/postal-codes";

export type Field = Exclude<keyof typeof rules, "" | "address">;

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

/** In the order of the form. */
export const FIELDS = Object.keys(NOTHING_TYPED) as Field[];

export type FieldError = "missing" | "too-short" | "too-long" | "malformed";

interface Rule {
  readonly required: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

export const ruleOf = (field: Field): Rule => rules[field];

interface PostalCodeRule {
  readonly pattern: string;
  readonly example: string;
}

/** The rule for a country's postal codes, if the contract has one. */
export const postalCodeOf = (country: string): PostalCodeRule | undefined =>
  (postalCodes as Readonly<Record<string, PostalCodeRule>>)[country];

/** What is wrong with a field, the first thing first. White space around a value does not count. */
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

  // As JSON Schema counts: characters, not the halves that some of them are made of.
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
