/** The languages of the site. */

/** The name is in the language itself. The locale formats dates, numbers and amounts. */
export const LANGUAGES = {
  // Not plain `en`, which formats as in the United States.
  en: { name: "English", locale: "en-IE" },
  de: { name: "Deutsch", locale: "de-DE" },
} as const;

export type Language = keyof typeof LANGUAGES;
