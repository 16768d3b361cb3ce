/** URLs of the pool's own pages. Sends no requests. */
import { readLanguage } from "../../ui/language";
import { SIGNED_OUT_PATH, SIGN_IN_CALLBACK_PATH } from "../../ui/paths";
import { codeChallenge } from "./pkce";
import type { Attempt } from "./attempt";
import type { Settings } from "./settings";

/** Identity claims, and access to the employee routes. The contract has the same names. */
const SCOPE = "openid email shop/employee";

/** The page where the employee signs in; it redirects at once if the pool still knows them. */
export async function authorizeUrl(
  { signInUrl, clientId }: Settings,
  { state, nonce, verifier }: Omit<Attempt, "returnTo" | "begunAt">,
): Promise<string> {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri(),
    scope: SCOPE,
    state,
    nonce,
    code_challenge: await codeChallenge(verifier),
    code_challenge_method: "S256",
    // The language of the page: managed login has it, the classic pages ignore it.
    lang: readLanguage(),
  });
  return `${signInUrl}/oauth2/authorize?${query.toString()}`;
}

/** The page that signs out at the pool. */
export function logoutUrl({ signInUrl, clientId }: Settings): string {
  const query = new URLSearchParams({
    client_id: clientId,
    logout_uri: window.location.origin + SIGNED_OUT_PATH,
  });
  return `${signInUrl}/logout?${query.toString()}`;
}

/** Must be exactly as registered with the pool's client. */
export const redirectUri = (): string => window.location.origin + SIGN_IN_CALLBACK_PATH;
