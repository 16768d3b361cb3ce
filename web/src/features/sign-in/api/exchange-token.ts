/**
 * Exchanges a code or refresh token for tokens through our API, the only caller of the pool's token endpoint.
 */
import * as v from "valibot";
import { post } from "../../../api/client";
import { reads } from "../../../api/contract";
import type { ExchangeToken, Tokens as Wire } from "../../../api/schema";

const Token = v.pipe(v.string(), v.minLength(1));

const Tokens = reads<Wire>()(
  v.object({
    accessToken: Token,
    idToken: Token,
    refreshToken: v.exactOptional(Token),
    tokenType: v.literal("Bearer"),
    expiresIn: v.pipe(v.number(), v.minValue(1)),
  }),
);
export type Tokens = v.InferOutput<typeof Tokens>;

export const exchangeToken = (grant: ExchangeToken): Promise<Tokens> =>
  post("/exchange-token", Tokens, { body: JSON.stringify(grant), headers: {} });

/** The problem type for an invalid code or refresh token. */
export const INVALID_GRANT = "/problems/invalid-grant";
