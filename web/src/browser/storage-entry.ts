/**
 * One text in the browser's storage: for all tabs (`localStorage`) or for one (`sessionStorage`).
 *
 * If the browser refuses (blocked storage, no space left), the text is kept in memory for as long as the page
 * lives.
 */
import * as v from "valibot";

export interface StorageEntry {
  read(): string | null;
  /** `null` removes the text. */
  write(text: string | null): void;
}

export function storageEntry(area: "localStorage" | "sessionStorage", name: string): StorageEntry {
  let refused: { readonly text: string | null } | undefined;

  return {
    read() {
      if (refused !== undefined) return refused.text;
      try {
        return window[area].getItem(name);
      } catch {
        // Reading may be forbidden, too.
        return null;
      }
    },
    write(text) {
      try {
        if (text === null) window[area].removeItem(name);
        else window[area].setItem(name, text);
        refused = undefined;
      } catch {
        refused = { text };
      }
    },
  };
}

/**
 * Parses a stored text; `undefined` if it does not match, because another version of the app may have written
 * it.
 */
export function readJson<S extends v.GenericSchema>(
  text: string | null,
  schema: S,
): v.InferOutput<S> | undefined {
  if (text === null) return undefined;
  try {
    const stored = v.safeParse(schema, JSON.parse(text));
    return stored.success ? stored.output : undefined;
  } catch {
    return undefined;
  }
}
