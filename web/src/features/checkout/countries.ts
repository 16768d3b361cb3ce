import postalCodes from "../../api/rules/postal-codes";

/** Where we deliver: the countries whose postal codes the contract knows. Codes are ISO 3166-1; the browser knows the names. */
const DELIVERED_TO = Object.keys(postalCodes);

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** By name. */
export function countries(locale = "en"): Country[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return DELIVERED_TO.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) =>
    a.name.localeCompare(b.name, locale),
  );
}
