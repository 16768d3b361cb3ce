/**
 * The user pool without a browser: reads its page and sends its form, so that the test has codes and tokens.
 */
import { createHash, randomBytes } from "node:crypto";
import { expect, type APIRequestContext } from "@playwright/test";
import { credentials, type Role } from "./employee";

/** The site's settings, and values derived from them. */
export interface Pool {
  readonly apiUrl: string;
  readonly authority: string;
  readonly clientId: string;
  readonly signInUrl: string;
  readonly redirectUri: string;
  readonly poolId: string;
  /** Calls the Cognito API as an administrator. */
  readonly call: <T>(action: string, input: object) => Promise<T>;
}

export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken?: string;
}

/** The pool of the site. */
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

/** Signs an employee in on the pool's page; returns the request that the site would send. */
export async function authorize(
  request: APIRequestContext,
  { clientId, signInUrl, redirectUri }: Pool,
  role?: Role,
) {
  const { email, password } = credentials(role);
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
      username: email,
      password,
    },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
  const code = new URL(answer.headers().location ?? "").searchParams.get("code");
  return { grantType: "authorization_code", code, codeVerifier, redirectUri };
}

/** The employee's tokens, directly from the pool's token endpoint. */
export async function signIn(request: APIRequestContext, shop: Pool, role?: Role): Promise<Tokens> {
  const { code, codeVerifier, redirectUri } = await authorize(request, shop, role);
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
