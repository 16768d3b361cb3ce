/** The employees' user pool as a test sees it: real keys, real signatures, and answers that a test can overrides. */
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
  /** Everything that `POST /exchange-token` was sent. */
  readonly grants: Record<string, unknown>[];
  /** What is wrong with the next ID tokens, if anything. */
  overrides: Partial<TokenOverrides>;
  /** What `POST /exchange-token` answers instead of tokens. */
  refuse: (() => Response) | undefined;
  /** What the pool was told at its sign-in page. */
  nonce: string | undefined;
  readonly idToken: (overrides?: Partial<TokenOverrides>) => Promise<string>;
  /** An access token that is none: nothing in a browser looks into one. */
  readonly accessTokens: string[];
  expiresIn: number;
  /** Whether a renewal brings another refresh token along. */
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
    refuse: undefined,
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
        "cognito:groups": ["employees"],
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
        if (pool.refuse !== undefined) return pool.refuse();
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
