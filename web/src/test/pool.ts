/** A mocked user pool with real keys and signatures, whose responses tests can change. */
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from "jose";
import { http, HttpResponse, type HttpHandler } from "msw";
import { API, config, problem } from "./network";

export const AUTHORITY = "https://pool.test/eu-central-1_Test";
export const ISSUER = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Test";
export const CLIENT = "client1";
export const PAGES = "https://pages.pool.test";

export const SETTINGS = {
  apiUrl: API,
  authority: AUTHORITY,
  issuer: ISSUER,
  clientId: CLIENT,
  signInUrl: PAGES,
};

export interface Pool {
  readonly handlers: HttpHandler[];
  /** The bodies of all token requests. */
  readonly grants: Record<string, unknown>[];
  /** Changes to the next ID tokens. */
  overrides: Partial<TokenOverrides>;
  /** Replaces the token response. */
  failWith: (() => Response) | undefined;
  /** The nonce of the sign-in. */
  nonce: string | undefined;
  readonly idToken: (overrides?: Partial<TokenOverrides>) => Promise<string>;
  /** Issued access tokens; opaque to the browser. */
  readonly accessTokens: string[];
  expiresIn: number;
  /** Whether a renewal returns a new refresh token. */
  rotates: boolean;
}

interface TokenOverrides {
  readonly claims: JWTPayload;
  readonly without: string;
  readonly key: CryptoKey | JWK;
  readonly header: { alg: string; kid?: string };
}

const KEY_ID = "k+/1=";
const keys = await generateKeyPair("RS256");
export const publicKey = { ...(await exportJWK(keys.publicKey)), kid: KEY_ID, alg: "RS256", use: "sig" };

export function aPool(): Pool {
  const pool: Pool = {
    grants: [],
    overrides: {},
    failWith: undefined,
    nonce: undefined,
    accessTokens: [],
    expiresIn: 3600,
    rotates: false,
    idToken: ({ claims = {}, without, key = keys.privateKey, header } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const payload: JWTPayload = {
        sub: "5ca1ab1e",
        iss: ISSUER,
        aud: CLIENT,
        iat: now,
        exp: now + pool.expiresIn,
        token_use: "id",
        email: "ada@example.com",
        "cognito:groups": ["staff"],
        ...(pool.nonce !== undefined && { nonce: pool.nonce }),
        ...claims,
      };
      const kept = Object.entries(payload).filter(([name]) => name !== without);
      return new SignJWT(Object.fromEntries(kept))
        .setProtectedHeader({ alg: "RS256", kid: KEY_ID, ...header })
        .sign(key);
    },
    handlers: [
      config(SETTINGS),
      http.get(`${AUTHORITY}/.well-known/jwks.json`, () => HttpResponse.json({ keys: [publicKey] })),
      http.post(`${API}/exchange-token`, async ({ request }) => {
        const grant = (await request.json()) as Record<string, unknown>;
        pool.grants.push(grant);
        if (pool.failWith !== undefined) return pool.failWith();
        const number = String(pool.accessTokens.length + 1);
        pool.accessTokens.push(`access-${number}`);
        const brings = grant.grantType === "authorization_code" || pool.rotates;
        return HttpResponse.json({
          accessToken: `access-${number}`,
          idToken: await pool.idToken(pool.overrides),
          ...(brings && { refreshToken: `refresh-${number}` }),
          tokenType: "Bearer",
          expiresIn: pool.expiresIn,
        });
      }),
    ],
  };
  return pool;
}

export const invalidGrant = (): Response =>
  new HttpResponse(
    JSON.stringify({
      type: "/problems/invalid-grant",
      title: "Unauthorized",
      status: 401,
      detail: "said so",
      requestId: "req-1",
    }),
    { status: 401, headers: { "content-type": "application/problem+json" } },
  );

export const upstreamDown = (): Response => problem(502, "req-502");
