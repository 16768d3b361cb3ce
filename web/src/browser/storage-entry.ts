/**
 * One text that the browser keeps under a name: for good and for all tabs, or for the life of one tab.
 *
 * A browser may refuse (blocked storage, no space left). Then the text lives as long as the page does, which is
 * less than promised and better than a shop that does not work. What the text means is its owner's business.
 */
import * as v from "valibot";

export interface StorageEntry {
  read(): string | null;
  /** `null` forgets it. */
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
        // Even looking may be forbidden: the same as nothing there.
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

/** What a kept text says, where it is JSON and what `schema` wants: it may be an older version's, or someone else's. */
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
