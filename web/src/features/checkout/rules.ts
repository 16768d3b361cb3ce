/**
 * The contract's rules for what is typed into the form: the same ones that the server holds it to, generated from
 * the same document. What is wrong is found here; how it is said is `fields.ts`.
 */
import rules from "../../api/rules/customer";

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

export type Fault = "missing" | "too-short" | "too-long" | "malformed";

interface Rule {
  readonly required: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

export const ruleOf = (field: Field): Rule => rules[field];

/** What is wrong with a value, the first thing first. White space around it does not count. */
export function fault(field: Field, value: string): Fault | undefined {
  const { required, minLength = 0, maxLength = Infinity, pattern } = ruleOf(field);
  const text = value.trim();
  if (text === "") return required ? "missing" : undefined;

  // As JSON Schema counts: characters, not the halves that some of them are made of.
  const length = Array.from(text).length;
  if (length < minLength) return "too-short";
  if (length > maxLength) return "too-long";
  return pattern === undefined || new RegExp(pattern, "u").test(text) ? undefined : "malformed";
}

export function faults(values: Values): Map<Field, Fault> {
  return new Map(
    FIELDS.flatMap((field) => {
      const found = fault(field, values[field]);
      return found === undefined ? [] : [[field, found] as const];
    }),
  );
}
