/** Label, autofill type and error texts of each form field. */
import { countryName } from "../../ui/country-name";
import { t } from "./messages";
import type { FieldError, Field, Values } from "./rules";
import { postalCodeOf, ruleOf } from "./rules";

export interface Autofill {
  readonly autoComplete: string;
  readonly type?: "text" | "email" | "tel";
}

export const AUTOFILL: Readonly<Record<Field, Autofill>> = {
  name: { autoComplete: "name" },
  email: { autoComplete: "email", type: "email" },
  phone: { autoComplete: "tel", type: "tel" },
  "address.street": { autoComplete: "address-line1" },
  "address.postalCode": { autoComplete: "postal-code" },
  "address.city": { autoComplete: "address-level2" },
  "address.country": { autoComplete: "country" },
};

export const labelOf = (field: Field): string => t(`${field}.label`);

/** As in “Enter your name”. */
export const subjectOf = (field: Field): string => t(`${field}.subject`);

export const hintOf = (field: Field): string | undefined => (field === "phone" ? t("phone.hint") : undefined);

export function errorText(field: Field, error: FieldError | "rejected", values: Values): string {
  const { minLength = 0, maxLength = 0 } = ruleOf(field);
  switch (error) {
    case "missing":
      return field === "address.country" ? t("chooseCountry") : t("enter", { subject: subjectOf(field) });
    case "too-short":
      return t("tooShort", { min: minLength });
    case "too-long":
      return t("tooLong", { max: maxLength });
    case "malformed":
      return (
        (field === "address.postalCode" && postalCodeIn(values["address.country"])) || t(`${field}.malformed`)
      );
    case "rejected":
      return t("rejected");
  }
}

/** The format of the country's postal codes in words; empty without a rule for it. */
function postalCodeIn(country: string): string {
  const rule = postalCodeOf(country);
  return rule === undefined
    ? ""
    : t("postalCodeIn", { country: countryName(country), example: rule.example });
}
