/**
 * Reads an ID token, and believes it only when everything about it is right (OpenID Connect Core, 3.1.3.7): signed
 * by the pool, for this client, in time, of this very sign-in, and an ID token in the first place.
 *
 * The signature is `jose`'s business. `oidc-client-ts` would not look at it, and would call the pool's token
 * endpoint itself, past our API; the little that is left of the flow is in this folder.
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

/** What ties a token to what this page knows: the sign-in it belongs to, or who was signed in so far. */
export type Expected = { readonly nonce: string } | { readonly subject: string };

/** The clocks of pool and browser may differ by as much, in seconds. */
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
    // The pool signs with nothing else; naming it keeps `none` and key confusion out.
    algorithms: ["RS256"],
    requiredClaims: ["exp", "iat"],
    clockTolerance: CLOCK_TOLERANCE,
  }).catch((cause: unknown) => {
    throw invalidToken(faultOf(cause), cause);
  });

  if (payload.token_use !== "id") throw invalidToken("use");
  // More than one audience needs somebody who answers for the token, and Cognito never names one.
  if (typeof payload.aud !== "string") throw invalidToken("audience");
  if (!isOfThisSignIn(payload, expected)) throw invalidToken("nonce");

  const claims = v.safeParse(Claims, payload);
  if (!claims.success) throw invalidToken("form", v.summarize(claims.issues));
  const { sub, email, "cognito:groups": groups } = claims.output;
  if ("subject" in expected && sub !== expected.subject) throw invalidToken("subject");
  return { subject: sub, email, groups };
}

/** A renewed token has no sign-in of its own, so it need not repeat the nonce. */
function isOfThisSignIn(payload: JWTPayload, expected: Expected): boolean {
  return "nonce" in expected ? payload.nonce === expected.nonce : true;
}

/** Another key, another algorithm, or none: in all of them, nobody says that the pool has signed. */
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
  return new SignInError({ kind: "token", fault }, `the ID token is not believed: its ${fault} is wrong`, {
    cause,
  });
}
