import { countryName } from "../../ui/country-name";
import { locale } from "../../ui/language";
import postalCodes from "../../api/rules/postal-codes";

/**
 * The countries that the shop delivers to: those whose postal codes the contract knows. Codes are ISO 3166-1;
 * the browser provides the names.
 */
const DELIVERED_TO = Object.keys(postalCodes);

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** Sorted by name, in the language in use. */
export function countries(): Country[] {
  return DELIVERED_TO.map((code) => ({ code, name: countryName(code) })).sort((a, b) =>
    a.name.localeCompare(b.name, locale()),
  );
}
