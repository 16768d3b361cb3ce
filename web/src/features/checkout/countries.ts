/** Where we deliver: as far as a cookie travels in two days. Codes are ISO 3166-1; the browser knows the names. */
const DELIVERED_TO = [
  "AT",
  "BE",
  "BG",
  "CH",
  "CY",
  "CZ",
  "DE",
  "DK",
  "EE",
  "ES",
  "FI",
  "FR",
  "GR",
  "HR",
  "HU",
  "IE",
  "IT",
  "LI",
  "LT",
  "LU",
  "LV",
  "MT",
  "NL",
  "NO",
  "PL",
  "PT",
  "RO",
  "SE",
  "SI",
  "SK",
];

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
