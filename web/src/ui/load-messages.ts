/**
 * Loads messages together with the pages that show them, in the language in use only.
 *
 * This module is part of the page's first script, so it imports only others of that script.
 */
import { addMessages, readLanguage, setLanguage, storeChoice } from "./language";
import type { Language } from "./languages";
import type { Catalogue } from "./translate";

/** Catalogues by name. */
export type Catalogues = Readonly<Record<string, Catalogue>>;

/** How to load the same catalogues in each language. */
export type MessageLoads = Readonly<Record<Language, () => Promise<Catalogues>>>;

/** The messages in use, which follow a change of the language. */
const used = new Set<MessageLoads>();

export async function loadMessages(loads: MessageLoads): Promise<void> {
  used.add(loads);
  const language = readLanguage();
  const loaded = await loads[language]();
  // The language may have changed meanwhile.
  if (language === readLanguage()) addMessages(loaded);
  else await loadMessages(loads);
}

/** Loads a page and its messages in parallel. */
export const withMessages =
  <Page>(loadPage: () => Promise<Page>, ...messages: readonly MessageLoads[]) =>
  async (): Promise<Page> => {
    const [page] = await Promise.all([loadPage(), ...messages.map(loadMessages)]);
    return page;
  };

/** Changes the language without leaving the page, and remembers the choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  await showLanguage(language);
  storeChoice(language);
}

/** Loads all messages in use in another language, then changes to it. */
export async function showLanguage(language: Language): Promise<void> {
  let loaded: Catalogues[] = [];
  // Another page may be opened meanwhile.
  while (loaded.length < used.size) loaded = await Promise.all([...used].map((loads) => loads[language]()));
  setLanguage(language, Object.assign({}, ...loaded) as Catalogues);
}
