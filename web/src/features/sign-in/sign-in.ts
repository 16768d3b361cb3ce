/**
 * Signs in: authorization code flow with PKCE, `state` and `nonce` (RFC 7636, RFC 9700).
 *
 * Every failure is a `SignInError`.
 */
import { ApiError } from "../../api/failure";
import { leave } from "../../browser/leave";
import { exchangeToken, INVALID_GRANT } from "./api/exchange-token";
import { keepAttempt, newAttempt, redeem, type Attempt } from "./attempt";
import { roleOf } from "./employee";
import { readIdToken } from "./id-token";
import { registerRelay } from "./handoff/handoff";
import { openSession, resumeSession } from "./open-session";
import { authorizeUrl, redirectUri } from "./pool-pages";
import type { ReturnPath } from "./return-path";
import { settings } from "./settings";
import { SignInError, type SignInFailure } from "./sign-in-failure";

/**
 * Navigates to the pool's page. Separate from the preparation, so that a page that was left meanwhile does
 * not navigate.
 */
export type SignInRedirect = () => void;

/** Resumes a session that a reload has interrupted, or prepares a sign-in. */
export async function resumeOrPrepareSignIn(returnTo: ReturnPath): Promise<SignInRedirect | undefined> {
  try {
    if (await resumeSession()) return undefined;
  } catch (error) {
    throw translate(error, returnTo);
  }
  return prepareSignIn(returnTo);
}

export async function prepareSignIn(returnTo: ReturnPath): Promise<SignInRedirect> {
  // `crypto.subtle` is available on https pages and localhost only.
  if (!window.isSecureContext) {
    throw new SignInError({ kind: "insecure" }, `${window.location.origin} is not a secure context`, {
      returnTo,
    });
  }
  try {
    const attempt = newAttempt(returnTo);
    const url = await authorizeUrl(await settings(), attempt);
    return () => {
      keepAttempt(attempt);
      leave(url);
    };
  } catch (error) {
    throw translate(error, returnTo);
  }
}

/**
 * Finishes a sign-in with the query of the callback URL. The same query is processed once; further calls get
 * the same result.
 */
export function finishSignIn(query: string): Promise<ReturnPath> {
  const finishing = finished.get(query) ?? finish(new URLSearchParams(query));
  finished.set(query, finishing);
  return finishing;
}

const finished = new Map<string, Promise<ReturnPath>>();

async function finish(query: URLSearchParams): Promise<ReturnPath> {
  const state = query.get("state");
  const error = query.get("error");
  if (state === null) throw signInError({ kind: error === null ? "incomplete" : "rejected" }, error);

  // Check `state` first: the response to someone else's sign-in must be ignored.
  const attempt = attemptOf(state);
  const { returnTo } = attempt;
  if (error !== null) {
    throw signInError({ kind: error === "access_denied" ? "cancelled" : "rejected" }, error, returnTo);
  }
  const code = query.get("code");
  if (code === null) throw signInError({ kind: "incomplete" }, null, returnTo);
  try {
    await open(code, attempt);
    return returnTo;
  } catch (cause) {
    throw translate(cause, returnTo);
  }
}

function attemptOf(state: string): Attempt {
  const redeemed = redeem(state);
  switch (redeemed.kind) {
    case "valid":
      return redeemed.attempt;
    case "used":
      throw signInError({ kind: "used" }, "its `state` was used before", redeemed.returnTo);
    case "expired":
      throw signInError({ kind: "timed-out" }, "it was started too long ago", redeemed.returnTo);
    case "unknown":
      throw signInError({ kind: "unknown-state" }, "its `state` is not from this tab");
  }
}

async function open(code: string, { nonce, verifier }: Attempt): Promise<void> {
  const known = await settings();
  const relay = registerRelay();
  const tokens = await exchangeToken({
    grantType: "authorization_code",
    code,
    codeVerifier: verifier,
    redirectUri: redirectUri(),
  });
  const identity = await readIdToken(tokens.idToken, known, { nonce });
  const role = roleOf(identity);
  if (role === undefined) {
    throw signInError({ kind: "not-an-employee" }, "the account is in neither group, `staff` nor `manager`");
  }
  await relay;
  openSession(tokens, { ...identity, role }, known);
}

function signInError(failure: SignInFailure, detail: string | null, returnTo?: ReturnPath): SignInError {
  const message = `signing in failed: ${detail ?? "the response has no `state` or no `code`"}`;
  return new SignInError(failure, message, returnTo === undefined ? {} : { returnTo });
}

/** Converts other errors to `SignInError` and adds the page to return to. */
function translate(error: unknown, returnTo: ReturnPath): unknown {
  if (error instanceof SignInError) {
    return new SignInError(error.failure, error.message, { cause: error.cause, returnTo });
  }
  if (!(error instanceof ApiError)) return error;
  const { failure } = error;
  const stale = failure.kind === "refused" && failure.type === INVALID_GRANT;
  return new SignInError(stale ? { kind: "expired-code" } : { kind: "request", error }, error.message, {
    cause: error,
    returnTo,
  });
}
