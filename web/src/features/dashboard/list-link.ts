/**
 * The way from an order back to the list it was opened from: the same filter, the same place in it. What is needed for
 * it travels with the entry in the browser's history, so that it is there after a reload and absent in a new tab.
 */
import * as v from "valibot";
import { useHistoryState } from "wouter/use-browser-location";

const ListState = v.object({ list: v.pipe(v.string(), v.regex(/^(\?.*)?$/)) });

/** What the link to an order leaves with the entry it makes. `list`: the filter, as the address has it. */
export const listState = (list: string): v.InferOutput<typeof ListState> => ({ list });

/** The filter of the list that lies right before this page in the history; `undefined` where none does. */
export function useListSearch(): string | undefined {
  const state = v.safeParse(ListState, useHistoryState<unknown>());
  return state.success ? state.output.list : undefined;
}
