/** Label, autofill type and error texts of each form field. */
import type { FieldError, Field, Values } from "./rules";
import { postalCodeOf, ruleOf } from "./rules";

export interface FieldText {
  readonly label: string;
  /** As in “Enter your name”. */
  readonly subject: string;
  readonly autoComplete: string;
  readonly hint?: string;
  readonly type?: "text" | "email" | "tel";
  readonly malformed: string;
}

export const FIELD_TEXTS: Readonly<Record<Field, FieldText>> = {
  name: {
    label: "Name",
    subject: "your name",
    autoComplete: "name",
    malformed: "Enter a valid name",
  },
  email: {
    label: "E-mail",
    subject: "your e-mail address",
    autoComplete: "email",
    type: "email",
    malformed: "Enter an e-mail address like ada@example.com",
  },
  phone: {
    label: "Phone",
    subject: "your phone number",
    autoComplete: "tel",
    hint: "Only used if the courier can’t find you.",
    type: "tel",
    malformed: "Enter 5 to 20 digits, like +49 30 1234567 or (030) 123456 ext. 7",
  },
  "address.street": {
    label: "Street and number",
    subject: "the street and number",
    autoComplete: "address-line1",
    malformed: "Enter a valid street and number",
  },
  "address.postalCode": {
    label: "Postal code",
    subject: "the postal code",
    autoComplete: "postal-code",
    malformed: "Use only letters, digits, spaces and hyphens",
  },
  "address.city": {
    label: "City",
    subject: "the city",
    autoComplete: "address-level2",
    malformed: "Enter a valid city",
  },
  "address.country": {
    label: "Country",
    subject: "the country",
    autoComplete: "country",
    malformed: "Choose a country from the list",
  },
};

export function errorText(field: Field, error: FieldError | "rejected", values: Values): string {
  const { subject, malformed } = FIELD_TEXTS[field];
  const { minLength = 0, maxLength = 0 } = ruleOf(field);
  switch (error) {
    case "missing":
      return field === "address.country" ? "Choose a country" : `Enter ${subject}`;
    case "too-short":
      return `Use at least ${String(minLength)} characters`;
    case "too-long":
      return `Use at most ${String(maxLength)} characters`;
    case "malformed":
      return (field === "address.postalCode" && postalCodeIn(values["address.country"])) || malformed;
    case "rejected":
      return "We couldn’t accept this. Please check it.";
  }
}

/** The format of the country's postal codes in words; empty without a rule for it. */
function postalCodeIn(country: string): string {
  const rule = postalCodeOf(country);
  const name = new Intl.DisplayNames("en", { type: "region" });
  return rule === undefined ? "" : `Postal codes in ${name.of(country) ?? country} look like ${rule.example}`;
}
