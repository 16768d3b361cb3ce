/**
 * The stack's user pool without a browser: its page is read and its form sent as a browser would, so that codes and tokens
 * are in the test's own hands.
 */
import { createHash, randomBytes } from "node:crypto";
import { expect, type APIRequestContext } from "@playwright/test";

/** What the site is told when it starts, and what follows from it. */
export interface Pool {
  readonly apiUrl: string;
  readonly authority: string;
  readonly clientId: string;
  readonly signInUrl: string;
  readonly redirectUri: string;
  readonly poolId: string;
  /** Calls Cognito as whoever runs the stack would. */
  readonly call: <T>(action: string, input: object) => Promise<T>;
}

export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken?: string;
}

/** The pool that the site signs in at. */
export async function pool(request: APIRequestContext, baseURL: string | undefined): Promise<Pool> {
  const config = (await (await request.get("/config.json")).json()) as Omit<
    Pool,
    "redirectUri" | "poolId" | "call"
  >;
  const call = async <T>(action: string, input: object): Promise<T> => {
    const answer = await request.post(new URL("/", config.authority).href, {
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": `AWSCognitoIdentityProviderService.${action}`,
        authorization:
          "AWS4-HMAC-SHA256 Credential=test/20261101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=none",
      },
      data: JSON.stringify(input),
    });
    const body = await answer.text();
    expect(answer.status(), `${action}: ${body}`).toBe(200);
    return (body === "" ? {} : JSON.parse(body)) as T;
  };
  return {
    ...config,
    call,
    poolId: new URL(config.authority).pathname.slice(1),
    redirectUri: new URL("/sign-in/callback", baseURL).href,
  };
}

/** Signs the seeded employee in on the pool's page: what the site would exchange then. */
export async function authorize(request: APIRequestContext, { clientId, signInUrl, redirectUri }: Pool) {
  const codeVerifier = verifier();
  const page = await request.get(`${signInUrl}/oauth2/authorize`, {
    params: {
      response_type: "code",
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: "openid shop/employee",
      state: "state",
      nonce: "nonce",
      code_challenge: createHash("sha256").update(codeVerifier).digest("base64url"),
      code_challenge_method: "S256",
    },
  });
  const hidden = [
    ...(await page.text()).matchAll(/type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)"/gu),
  ];
  const answer = await request.post(`${signInUrl}/login`, {
    form: {
      ...Object.fromEntries(hidden.map(({ groups }) => [groups?.name ?? "", groups?.value ?? ""])),
      username: variable("EMPLOYEE_EMAIL"),
      password: variable("EMPLOYEE_PASSWORD"),
    },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
  const code = new URL(answer.headers().location ?? "").searchParams.get("code");
  return { grantType: "authorization_code", code, codeVerifier, redirectUri };
}

/** The seeded employee's tokens, from the pool's own token endpoint: it serves every client. */
export async function signIn(request: APIRequestContext, shop: Pool): Promise<Tokens> {
  const { code, codeVerifier, redirectUri } = await authorize(request, shop);
  const answer = await request.post(`${shop.signInUrl}/oauth2/token`, {
    form: {
      grant_type: "authorization_code",
      client_id: shop.clientId,
      code: code ?? "",
      code_verifier: codeVerifier,
      redirect_uri: redirectUri,
    },
  });
  expect(answer.status()).toBe(200);
  const tokens = (await answer.json()) as { access_token: string; id_token: string; refresh_token?: string };
  return {
    accessToken: tokens.access_token,
    idToken: tokens.id_token,
    ...(tokens.refresh_token !== undefined && { refreshToken: tokens.refresh_token }),
  };
}

export function verifier(): string {
  return randomBytes(48).toString("base64url");
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set; \`infra-gen dev -- …\` sets it`);
  return value;
}
