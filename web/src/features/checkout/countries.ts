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

/** Sorted by name. */
export function countries(locale = "en"): Country[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return DELIVERED_TO.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) =>
    a.name.localeCompare(b.name, locale),
  );
}
