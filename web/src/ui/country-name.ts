/** The name of a country (ISO 3166-1) in the language in use, or its code if it has none. */
import { locale } from "./language";

export const countryName = (code: string): string =>
  new Intl.DisplayNames(locale(), { type: "region" }).of(code) ?? code;
