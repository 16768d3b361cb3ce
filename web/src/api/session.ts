/**
 * Whether an employee is signed in, for as long as the page lives: in memory only, never in the browser's storage.
 *
 * What is here is what the first load needs to know. How one signs in, what a token must look like and how it is
 * renewed is the business of `features/sign-in`, which makes the session and changes the authState.
 */
import { storageEntry } from "../browser/storage-entry";

export interface Session {
  readonly email: string;
  /**
   * A token for the next request, renewed first where its time is nearly up. `refused` is one that the API has just
   * turned down: it is not handed out again. Rejects with an `ApiError`.
   */
  readonly accessToken: (refused?: string) => Promise<string>;
  /** Forgets the tokens. Nothing happens when another session has begun meanwhile. */
  readonly end: (reason: EndReason) => void;
}

export type AuthState =
  | { readonly kind: "signed-out" }
  | { readonly kind: "signed-in"; readonly session: Session }
  /** Somebody was signed in here, and is no more without having asked for it on this page. */
  | { readonly kind: "ended"; readonly reason: EndReason }
  /** On the way to the pool's sign-out; nothing may be begun any more. */
  | { readonly kind: "signing-out" };

/** `expired`: too long ago. `refused`: turned down soon after it began. `elsewhere`: signed out in another tab. */
export type EndReason = "expired" | "refused" | "elsewhere";

let authState: AuthState = { kind: "signed-out" };
const watchers = new Set<() => void>();

export const readAuthState = (): AuthState => authState;

export function setAuthState(next: AuthState): void {
  authState = next;
  for (const tell of watchers) tell();
}

/** Calls `tell` after every change until the function that comes back is called. */
export function watchAuthState(tell: () => void): () => void {
  watchers.add(tell);
  return () => {
    watchers.delete(tell);
  };
}

/** What a page that is being reloaded leaves behind, for which the next page gets the session; no secret in itself. */
export const handoffId = storageEntry("sessionStorage", "quarter-past.handoff-id");
