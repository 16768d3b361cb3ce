/**
 * Verifies and reads an ID token (OpenID Connect Core, section 3.1.3.7): signed by the pool, for this client,
 * valid now, issued for this sign-in, and an ID token at all.
 *
 * `jose` verifies the signature. `oidc-client-ts` does not, and would call the pool's token endpoint directly
 * instead of our API; the rest of the flow is small enough to be in this folder.
 */
import { createLocalJWKSet, errors, jwtVerify, type JWTPayload } from "jose";
import * as v from "valibot";
import { signingKeys } from "./api/signing-keys";
import type { Settings } from "./settings";
import { SignInError, type TokenFault } from "./sign-in-failure";

const Claims = v.object({
  sub: v.pipe(v.string(), v.minLength(1)),
  email: v.pipe(v.string(), v.minLength(1)),
  "cognito:groups": v.optional(v.array(v.string()), []),
});

export interface Identity {
  readonly subject: string;
  readonly email: string;
  readonly groups: readonly string[];
}

/** What the token must match: the nonce of the sign-in, or the subject of the session it renews. */
export type Expected = { readonly nonce: string } | { readonly subject: string };

/** Tolerated clock difference in seconds. */
const CLOCK_TOLERANCE = 120;

export async function readIdToken(
  token: string,
  { authority, issuer, clientId }: Pick<Settings, "authority" | "issuer" | "clientId">,
  expected: Expected,
): Promise<Identity> {
  const keys = createLocalJWKSet(await signingKeys(authority));
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: clientId,
    // The pool only uses RS256. Requiring it rules out `none` and key confusion.
    algorithms: ["RS256"],
    requiredClaims: ["exp", "iat"],
    clockTolerance: CLOCK_TOLERANCE,
  }).catch((cause: unknown) => {
    throw invalidToken(faultOf(cause), cause);
  });

  if (payload.token_use !== "id") throw invalidToken("use");
  // A token for several audiences needs an authorized party, which Cognito never sets.
  if (typeof payload.aud !== "string") throw invalidToken("audience");
  if (!isOfThisSignIn(payload, expected)) throw invalidToken("nonce");

  const claims = v.safeParse(Claims, payload);
  if (!claims.success) throw invalidToken("form", v.summarize(claims.issues));
  const { sub, email, "cognito:groups": groups } = claims.output;
  if ("subject" in expected && sub !== expected.subject) throw invalidToken("subject");
  return { subject: sub, email, groups };
}

/** A renewed token need not repeat the nonce. */
function isOfThisSignIn(payload: JWTPayload, expected: Expected): boolean {
  return "nonce" in expected ? payload.nonce === expected.nonce : true;
}

/** Wrong key, wrong algorithm or none: the pool has not signed the token. */
const SIGNATURE_FAULTS = [
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JOSEAlgNotAllowed,
];

function faultOf(error: unknown): TokenFault {
  if (error instanceof errors.JWTExpired) return "time";
  if (SIGNATURE_FAULTS.some((kind) => error instanceof kind)) return "signature";
  if (!(error instanceof errors.JWTClaimValidationFailed)) return "form";
  switch (error.claim) {
    case "iss":
      return "issuer";
    case "aud":
      return "audience";
    case "exp":
    case "iat":
    case "nbf":
      return error.reason === "check_failed" ? "time" : "form";
    default:
      return "form";
  }
}

function invalidToken(fault: TokenFault, cause?: unknown): SignInError {
  return new SignInError({ kind: "token", fault }, `the ID token is rejected: its ${fault} is invalid`, {
    cause,
  });
}
