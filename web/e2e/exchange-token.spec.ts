/**
 * `POST /exchange-token` on a running stack, through gateway, function and the pool's token endpoint.
 *
 * No browser: the test reads the pool's page and sends its form, so that it has the code.
 */
import { expect, test, type APIRequestContext, type APIResponse } from "@playwright/test";
import { authorize, pool, verifier, type Pool, type Tokens } from "./pool";

let config: Pool;
let redirectUri: string;

test.beforeEach(async ({ request, baseURL }) => {
  config = await pool(request, baseURL);
  ({ redirectUri } = config);
});

test("a code works once, and its tokens open the employee routes", async ({ request }) => {
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

test("one code exchanged five times at once yields tokens once", async ({ request }) => {
  const grant = await signIn(request);
  const responses = await Promise.all(Array.from({ length: 5 }, () => exchange(request, grant)));
  expect(responses.map((response) => response.status()).sort()).toEqual([200, 401, 401, 401, 401]);
});

test("a code requires the verifier of its sign-in", async ({ request }) => {
  const grant = await signIn(request);
  await expectProblem(await exchange(request, { ...grant, codeVerifier: verifier() }), 401, "invalid-grant");
  await expectProblem(
    await exchange(request, { ...(await signIn(request)), code: "made-up" }),
    401,
    "invalid-grant",
  );
});

test("a wrong redirect URI is rejected before the pool sees the code", async ({ request }) => {
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

test("a refresh token works until it is revoked", async ({ request }) => {
  const signedIn = (await (await exchange(request, await signIn(request))).json()) as Tokens;
  const refresh = { grantType: "refresh_token", refreshToken: signedIn.refreshToken };
  const refreshed = await exchange(request, refresh);
  expect(refreshed.status()).toBe(200);
  const tokens = (await refreshed.json()) as Tokens;
  expect(tokens.accessToken).not.toBe(signedIn.accessToken);
  // The pool sends no new refresh token, because the old one stays valid.
  expect(tokens).not.toHaveProperty("refreshToken");

  await config.call("RevokeToken", { Token: signedIn.refreshToken, ClientId: config.clientId });
  await expectProblem(await exchange(request, refresh), 401, "invalid-grant");
});

test("an invalid grant is rejected", async ({ request }) => {
  for (const body of [
    {},
    { grantType: "password", username: "a", password: "b" },
    { grantType: "refresh_token", refreshToken: "" },
    { grantType: "authorization_code", code: "c", codeVerifier: "short", redirectUri },
  ]) {
    await expectProblem(await exchange(request, body), 400, "invalid-request");
  }
});

/** The request that the site would send after signing in. */
function signIn(request: APIRequestContext) {
  return authorize(request, config);
}

function exchange(request: APIRequestContext, body: object) {
  return request.post(`${config.apiUrl}/exchange-token`, { data: body });
}

async function expectProblem(response: APIResponse, status: number, problem: string) {
  expect(response.status()).toBe(status);
  expect(await response.json()).toMatchObject({ status, type: `/problems/${problem}` });
}
