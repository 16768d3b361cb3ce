/** Proof Key for Code Exchange (RFC 7636): secrets, and the challenge of a verifier. */

import { base64url } from "jose";

/** 256 random bits as 43 characters, which is what RFC 7636 requires of a verifier. */
export const newSecret = (): string => base64url.encode(crypto.getRandomValues(new Uint8Array(32)));

/** The `S256` challenge of a verifier. */
export async function codeChallenge(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return base64url.encode(new Uint8Array(digest));
}
