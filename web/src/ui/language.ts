/**
 * The language in use, and its loaded messages. `translate.ts` formats them.
 *
 * This module is part of the page's first script, so it imports only others of that script.
 */
import { LANGUAGES, type Language } from "./languages";
import type { Catalogue } from "./translate";

const FALLBACK = "en";
const NAME = "quarter-past.language";

/** The stored choice, else the first known language of the browser, else English. */
export function preferredLanguage(): Language {
  const tags = [storedChoice(), ...navigator.languages];
  return tags.map((tag) => tag?.split("-")[0]).find(isLanguage) ?? FALLBACK;
}

export function storeChoice(language: Language): void {
  try {
    window.localStorage.setItem(NAME, language);
  } catch {
    // The browser stores nothing: the choice lasts until the page is left.
  }
}

function storedChoice(): string | null {
  try {
    return window.localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

const isLanguage = (tag: string | undefined): tag is Language =>
  tag !== undefined && Object.hasOwn(LANGUAGES, tag);

let current = preferredLanguage();
let catalogues: Readonly<Record<string, Catalogue>> = {};
let changed: () => void = () => undefined;

export const readLanguage = (): Language => current;

/** The locale of the language in use, for `Intl`. */
export const locale = (): string => LANGUAGES[current].locale;

export const catalogueOf = (name: string): Catalogue | undefined => catalogues[name];

/** Adds messages of the language in use. */
export function addMessages(added: Readonly<Record<string, Catalogue>>): void {
  catalogues = { ...catalogues, ...added };
}

/** Replaces language and messages at once, so that no page mixes two languages. */
export function setLanguage(language: Language, loaded: Readonly<Record<string, Catalogue>>): void {
  current = language;
  catalogues = loaded;
  document.documentElement.lang = language;
  changed();
}

/** Calls `listener` after every change. Returns a function that removes it. */
export function onLanguageChange(listener: () => void): () => void {
  changed = listener;
  return () => {
    changed = () => undefined;
  };
}
