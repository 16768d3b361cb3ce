/**
 * One sign-in attempt, kept in the tab from leaving for the pool's page until the return.
 *
 * It can be redeemed once: redeeming erases it. Its `state` is remembered afterwards to tell a callback URL
 * opened twice from a foreign one. No token is stored here.
 */
import * as v from "valibot";
import { readJson, storageEntry } from "../../browser/storage-entry";
import { newSecret } from "./pkce";
import { ReturnPath } from "./return-path";

/** Long enough to look up or reset a password. */
const MAX_AGE_MS = 60 * 60 * 1000;

const Secret = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

const Attempt = v.object({
  state: Secret,
  nonce: Secret,
  verifier: Secret,
  returnTo: ReturnPath,
  begunAt: v.number(),
});
export type Attempt = v.InferOutput<typeof Attempt>;

/** The result of redeeming a `state`, with the page to return to if it is known. */
export type Redeemed =
  | { readonly kind: "valid"; readonly attempt: Attempt }
  | { readonly kind: "used"; readonly returnTo: ReturnPath }
  | { readonly kind: "expired"; readonly returnTo: ReturnPath }
  | { readonly kind: "unknown" };

const Spent = v.object({ state: Secret, returnTo: ReturnPath });

const open = storageEntry("sessionStorage", "quarter-past.sign-in");
const spent = storageEntry("sessionStorage", "quarter-past.sign-in-spent");

export function newAttempt(returnTo: ReturnPath): Attempt {
  return { state: newSecret(), nonce: newSecret(), verifier: newSecret(), returnTo, begunAt: Date.now() };
}

/** Replaces an earlier attempt: a tab shows one sign-in page at a time. */
export function keepAttempt(attempt: Attempt): void {
  open.write(JSON.stringify(attempt));
}

/** Redeems a `state`, which cannot be used again. */
export function redeem(state: string, now = Date.now()): Redeemed {
  const attempt = readJson(open.read(), Attempt);
  if (attempt?.state === state) {
    open.write(null);
    spent.write(JSON.stringify({ state, returnTo: attempt.returnTo } satisfies v.InferInput<typeof Spent>));
    const age = now - attempt.begunAt;
    if (age < 0 || age > MAX_AGE_MS) return { kind: "expired", returnTo: attempt.returnTo };
    return { kind: "valid", attempt };
  }
  const last = readJson(spent.read(), Spent);
  return last?.state === state ? { kind: "used", returnTo: last.returnTo } : { kind: "unknown" };
}
