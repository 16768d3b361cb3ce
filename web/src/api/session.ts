/**
 * Whether an employee is signed in. Kept in memory only, never in the browser's storage.
 *
 * Only what the first load needs is here. `features/sign-in` creates the session, checks and renews its
 * tokens, and sets the state.
 */
import { storageEntry } from "../browser/storage-entry";

/** A manager may do everything that staff may do. */
export type Role = "staff" | "manager";

export interface Session {
  readonly email: string;
  /** Decides only what is shown: the API checks each request itself. */
  readonly role: Role;
  /**
   * An access token, renewed first if it is about to expire. `refused` is a token that the API has just
   * rejected, which is never returned again. Rejects with an `ApiError`.
   */
  readonly accessToken: (refused?: string) => Promise<string>;
  /** Forgets the tokens. Does nothing if another session has started since. */
  readonly end: (reason: EndReason) => void;
}

export type AuthState =
  | { readonly kind: "signed-out" }
  | { readonly kind: "signed-in"; readonly session: Session }
  /** The session has ended for a reason other than signing out on this page. */
  | { readonly kind: "ended"; readonly reason: EndReason }
  /** Leaving for the pool's sign-out page; no new sign-in may start. */
  | { readonly kind: "signing-out" };

/** `expired`: could not be renewed. `refused`: rejected by the API. `elsewhere`: signed out in another tab. */
export type EndReason = "expired" | "refused" | "elsewhere";

let authState: AuthState = { kind: "signed-out" };
const listeners = new Set<() => void>();

export const readAuthState = (): AuthState => authState;

export function setAuthState(next: AuthState): void {
  authState = next;
  for (const listener of listeners) listener();
}

/** Calls `listener` after every change. Returns a function that removes it. */
export function onAuthStateChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/**
 * Identifies the session snapshot that a page leaves to its successor on a reload. Useless without the
 * session relay.
 */
export const handoffId = storageEntry("sessionStorage", "quarter-past.handoff-id");
