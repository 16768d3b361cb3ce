/**
 * `POST /exchange-token` on a running stack, by way of the gateway, the function and the pool's own token endpoint: what a
 * sign-in is good for, how often, and for whom.
 *
 * No browser: the pool's page is read and its form sent as a browser would, so that the code is in the test's own hands.
 */
import { createHash, randomBytes } from "node:crypto";
import { expect, test, type APIRequestContext, type APIResponse } from "@playwright/test";

/** What the site is told when it starts. */
interface Config {
  apiUrl: string;
  authority: string;
  clientId: string;
  signInUrl: string;
}

interface Tokens {
  accessToken: string;
  refreshToken?: string;
}

let config: Config;
let redirectUri: string;

test.beforeEach(async ({ request, baseURL }) => {
  config = (await (await request.get("/config.json")).json()) as Config;
  redirectUri = new URL("/sign-in/callback", baseURL).href;
});

test("a code is good once, and its tokens open what is for employees", async ({ request }) => {
  const grant = await signIn(request);
  const response = await exchange(request, grant);
  expect(response.status()).toBe(200);
  expect(response.headers()["cache-control"]).toBe("no-store");
  const tokens = (await response.json()) as Tokens & { tokenType: string };
  expect(tokens.tokenType).toBe("Bearer");
  const orders = await request.get(`${config.apiUrl}/orders?limit=1`, {
    headers: { authorization: `Bearer ${tokens.accessToken}` },
  });
  expect(orders.status()).toBe(200);

  await expectProblem(await exchange(request, grant), 401, "invalid-grant");
});

test("one code that is exchanged five times at once gives tokens once", async ({ request }) => {
  const grant = await signIn(request);
  const responses = await Promise.all(Array.from({ length: 5 }, () => exchange(request, grant)));
  expect(responses.map((response) => response.status()).sort()).toEqual([200, 401, 401, 401, 401]);
});

test("a code is good for nobody but who began the sign-in", async ({ request }) => {
  const grant = await signIn(request);
  await expectProblem(await exchange(request, { ...grant, codeVerifier: verifier() }), 401, "invalid-grant");
  await expectProblem(
    await exchange(request, { ...(await signIn(request)), code: "made-up" }),
    401,
    "invalid-grant",
  );
});

test("a sign-in that came back elsewhere is refused before the pool sees its code", async ({ request }) => {
  const grant = await signIn(request);
  for (const elsewhere of ["https://evil.test/sign-in/callback", `${redirectUri}/`, `${redirectUri}?a=b`]) {
    await expectProblem(
      await exchange(request, { ...grant, redirectUri: elsewhere }),
      400,
      "invalid-request",
    );
  }
  expect((await exchange(request, grant)).status()).toBe(200);
});

test("a refresh token is good until it is revoked", async ({ request }) => {
  const signedIn = (await (await exchange(request, await signIn(request))).json()) as Tokens;
  const refresh = { grantType: "refresh_token", refreshToken: signedIn.refreshToken };
  const refreshed = await exchange(request, refresh);
  expect(refreshed.status()).toBe(200);
  const tokens = (await refreshed.json()) as Tokens;
  expect(tokens.accessToken).not.toBe(signedIn.accessToken);
  // The old one stays good, so that there is no other.
  expect(tokens).not.toHaveProperty("refreshToken");

  const revoked = await request.post(new URL("/", config.authority).href, {
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AWSCognitoIdentityProviderService.RevokeToken",
    },
    data: JSON.stringify({ Token: signedIn.refreshToken, ClientId: config.clientId }),
  });
  expect(revoked.status()).toBe(200);
  await expectProblem(await exchange(request, refresh), 401, "invalid-grant");
});

test("what is no grant is refused", async ({ request }) => {
  for (const body of [
    {},
    { grantType: "password", username: "a", password: "b" },
    { grantType: "refresh_token", refreshToken: "" },
    { grantType: "authorization_code", code: "c", codeVerifier: "short", redirectUri },
  ]) {
    await expectProblem(await exchange(request, body), 400, "invalid-request");
  }
});

/** Signs the seeded employee in on the pool's page: what the site would exchange then. */
async function signIn(request: APIRequestContext) {
  const codeVerifier = verifier();
  const page = await request.get(`${config.signInUrl}/oauth2/authorize`, {
    params: {
      response_type: "code",
      client_id: config.clientId,
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
  const answer = await request.post(`${config.signInUrl}/login`, {
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

function exchange(request: APIRequestContext, body: object) {
  return request.post(`${config.apiUrl}/exchange-token`, { data: body });
}

async function expectProblem(response: APIResponse, status: number, problem: string) {
  expect(response.status()).toBe(status);
  expect(await response.json()).toMatchObject({ status, type: `/problems/${problem}` });
}

function verifier() {
  return randomBytes(48).toString("base64url");
}

function variable(name: string) {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set; \`infra-gen dev -- …\` sets it`);
  return value;
}
