/** The addresses of the pool's own pages, with what it wants to be told there. Nothing is fetched here. */
import { SIGNED_OUT_PATH, SIGN_IN_CALLBACK_PATH } from "../../ui/paths";
import { codeChallenge } from "./pkce";
import type { Attempt } from "./attempt";
import type { Settings } from "./settings";

/** Who it is, and that the token is for the API's employee routes; the same names stand in the shop's contract. */
const SCOPE = "openid email shop/employee";

/** Where the pool asks for the password, or does not when it still knows the employee. */
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
  });
  return `${signInUrl}/oauth2/authorize?${query.toString()}`;
}

/** Where the pool forgets the employee. */
export function logoutUrl({ signInUrl, clientId }: Settings): string {
  const query = new URLSearchParams({
    client_id: clientId,
    logout_uri: window.location.origin + SIGNED_OUT_PATH,
  });
  return `${signInUrl}/logout?${query.toString()}`;
}

/** Letter for letter what the pool's client has on its list. */
export const redirectUri = (): string => window.location.origin + SIGN_IN_CALLBACK_PATH;
