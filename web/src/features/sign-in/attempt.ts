/**
 * One attempt to sign in, kept by the tab from the moment it leaves for the pool's page until it comes back.
 *
 * It can be redeemed once: reading it erases it. Only its `state` is remembered afterwards, to tell an address that
 * is opened a second time from one that was never ours. No token is ever kept here.
 */
import * as v from "valibot";
import { readJson, storageEntry } from "../../browser/storage-entry";
import { newSecret } from "./pkce";
import { ReturnPath } from "./return-path";

/** As long as anyone takes to find a password, with a reset on the way. */
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

/** What a `state` turned out to be. Where the page is known that the employee wanted, it comes along. */
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

/** In the place of an earlier one: a tab is at the pool's page once. */
export function keepAttempt(attempt: Attempt): void {
  open.write(JSON.stringify(attempt));
}

/** What `state` has come back from. From now on it is spent. */
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
