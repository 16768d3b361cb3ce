/**
 * `POST /exchange-token` on a running stack, by way of the gateway, the function and the pool's own token endpoint: what a
 * sign-in is good for, how often, and for whom.
 *
 * No browser: the pool's page is read and its form sent as a browser would, so that the code is in the test's own hands.
 */
import { expect, test, type APIRequestContext, type APIResponse } from "@playwright/test";
import { authorize, pool, verifier, type Pool, type Tokens } from "./pool";

let config: Pool;
let redirectUri: string;

test.beforeEach(async ({ request, baseURL }) => {
  config = await pool(request, baseURL);
  ({ redirectUri } = config);
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

  await config.call("RevokeToken", { Token: signedIn.refreshToken, ClientId: config.clientId });
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

/** What the site would exchange after the seeded employee has signed in. */
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
