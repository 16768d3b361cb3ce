/** The pool's tokens by way of our API, which alone may call the pool's token endpoint. */
import * as v from "valibot";
import { post } from "../../../api/client";

const Token = v.pipe(v.string(), v.minLength(1));

const Tokens = v.object({
  accessToken: Token,
  idToken: Token,
  /** Not sent again when an old one goes on serving. */
  refreshToken: v.exactOptional(Token),
  /** How long the access token serves, in seconds. */
  expiresIn: v.pipe(v.number(), v.minValue(1)),
});
export type Tokens = v.InferOutput<typeof Tokens>;

export type Grant =
  | {
      readonly grantType: "authorization_code";
      readonly code: string;
      readonly codeVerifier: string;
      readonly redirectUri: string;
    }
  | { readonly grantType: "refresh_token"; readonly refreshToken: string };

export const exchangeToken = (grant: Grant): Promise<Tokens> =>
  post("/exchange-token", Tokens, { body: JSON.stringify(grant), headers: {} });

/** The type of the problem that says that code or refresh token serve no more. */
export const INVALID_GRANT = "/problems/invalid-grant";
