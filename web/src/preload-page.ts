/**
 * Preloads the chunks of the first page with everything that they import, so that they load beside the app and not one after
 * the other behind it. The page imports them as usual, and reports a failure.
 *
 * This module is part of the page's first script, so it imports nothing at run time.
 */
import type { Language } from "./ui/languages";

/** The path of a chunk, or its path in each language. */
export type ChunkPath = string | Readonly<Record<Language, string>>;

/** The element that holds the paths of the chunks, by a pattern of the page's path. The development server has none. */
export const PAGE_CHUNKS_ID = "page-chunks";

export function preloadPage(pathname: string, language: Language): void {
  const list = document.getElementById(PAGE_CHUNKS_ID)?.textContent ?? "{}";
  for (const [pattern, chunks] of Object.entries(JSON.parse(list) as Record<string, readonly ChunkPath[]>)) {
    if (new RegExp(pattern, "u").test(pathname))
      chunks.forEach((chunk) => {
        preload(typeof chunk === "string" ? chunk : chunk[language]);
      });
  }
}

function preload(href: string): void {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = href;
  document.head.append(link);
}
