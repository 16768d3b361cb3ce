/**
 * Links an order page to the list it was opened from: filter and scroll position. The filter is kept in the
 * history entry, so it survives a reload and is absent in a new tab.
 */
import * as v from "valibot";
import { useHistoryState } from "wouter/use-browser-location";

const ListState = v.object({ list: v.pipe(v.string(), v.regex(/^(\?.*)?$/)) });

/** The history state of a link to an order. `list`: the query string of the list. */
export const listState = (list: string): v.InferOutput<typeof ListState> => ({ list });

/** The query string of the list that is the previous history entry; `undefined` if there is none. */
export function useListSearch(): string | undefined {
  const state = v.safeParse(ListState, useHistoryState<unknown>());
  return state.success ? state.output.list : undefined;
}
