/**
 * Whether an employee is signed in, for as long as the page lives: in memory only, never in the browser's storage.
 *
 * What is here is what the first load needs to know. How one signs in, what a token must look like and how it is
 * renewed is the business of `features/sign-in`, which makes the session and changes the standing.
 */
import { kept } from "../browser/kept";

export interface Session {
  readonly email: string;
  /**
   * A token for the next request, renewed first where its time is nearly up. `refused` is one that the API has just
   * turned down: it is not handed out again. Rejects with an `ApiError`.
   */
  readonly accessToken: (refused?: string) => Promise<string>;
  /** Forgets the tokens. Nothing happens when another session has begun meanwhile. */
  readonly end: (why: Ending) => void;
}

export type Standing =
  | { readonly kind: "out" }
  | { readonly kind: "in"; readonly session: Session }
  /** Somebody was signed in here, and is no more without having asked for it on this page. */
  | { readonly kind: "ended"; readonly why: Ending }
  /** On the way to the pool's sign-out; nothing may be begun any more. */
  | { readonly kind: "leaving" };

/** `expired`: too long ago. `refused`: turned down soon after it began. `elsewhere`: signed out in another tab. */
export type Ending = "expired" | "refused" | "elsewhere";

let standing: Standing = { kind: "out" };
const watchers = new Set<() => void>();

export const readStanding = (): Standing => standing;

export function changeStanding(next: Standing): void {
  standing = next;
  for (const tell of watchers) tell();
}

/** Calls `tell` after every change until the function that comes back is called. */
export function watchStanding(tell: () => void): () => void {
  watchers.add(tell);
  return () => {
    watchers.delete(tell);
  };
}

/** What a page that is being reloaded leaves behind, for which the next page gets the session; no secret in itself. */
export const TICKET = kept("sessionStorage", "quarter-past.ticket");
