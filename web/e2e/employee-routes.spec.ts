/**
 * The employee routes of a running stack accept a valid token and reject any other.
 *
 * No browser: pool and gateway decide.
 */
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test, type APIRequestContext } from "@playwright/test";
import { pool, signIn, type Pool } from "./pool";

// The contract: a route is for employees if its operation requires the security scheme `employee`.
const { paths } = JSON.parse(
  readFileSync(new URL("../../lambdas/contract/openapi.json", import.meta.url), "utf8"),
) as { paths: Record<string, Record<string, { operationId: string; security: Record<string, string[]>[] }>> };

/** The value of a path parameter, which identifies nothing, and the status for a valid token, where they are unusual. */
const EXPECTED: Record<string, { parameter?: string; status?: number }> = {
  adjust_stock: { status: 400 },
  create_report: { status: 202 },
  check_report_submission: {
    parameter: "arn:aws:states:us-east-1:000000000000:execution:unknown:unknown",
  },
};

const ROUTES = Object.entries(paths).flatMap(([template, methods]) =>
  Object.entries(methods)
    .filter(([, operation]) => operation.security.some((scheme) => "employee" in scheme))
    .map(([method, { operationId, security }]) => {
      const { parameter = "unknown", status } = EXPECTED[operationId] ?? {};
      const path = template.replace(/\{\w+\}/g, parameter);
      return {
        method: method.toUpperCase(),
        path,
        /** The lowest role that may call. */
        role: security[0]?.employee?.[0],
        status: status ?? (path === template ? 200 : 404),
      };
    }),
);

let shop: Pool;

test.beforeEach(async ({ request, baseURL }) => {
  shop = await pool(request, baseURL);
});

test("a manager's token is accepted", async ({ request }) => {
  const { accessToken } = await signIn(request, shop, "manager");
  const statuses = await answers(request, `Bearer ${accessToken}`);
  expect(statuses).toEqual(ROUTES.map(({ status }) => status));
});

test("a staff token is accepted where the contract allows staff", async ({ request }) => {
  const { accessToken } = await signIn(request, shop, "staff");
  const statuses = await answers(request, `Bearer ${accessToken}`);
  expect(statuses).toEqual(ROUTES.map(({ role, status }) => (role === "manager" ? 403 : status)));
});

test("any other token is rejected", async ({ request }) => {
  const { accessToken, idToken } = await signIn(request, shop);
  for (const [what, authorization] of Object.entries({
    "no token": undefined,
    "not a token": "Bearer nonsense",
    "another scheme": `Basic ${accessToken}`,
    "an ID token": `Bearer ${idToken}`,
    "a token with a later expiry": `Bearer ${withClaims(accessToken, { exp: 4_000_000_000 })}`,
    "a token with another username": `Bearer ${withClaims(accessToken, { username: "another" })}`,
    "a token with another signature": `Bearer ${accessToken.slice(0, -8)}AAAAAAAA`,
    "a token without its signature": `Bearer ${withHeader(accessToken, { alg: "none" }, () => "")}`,
    "a token signed with the public client ID": `Bearer ${withHeader(
      accessToken,
      { alg: "HS256" },
      (signed) => createHmac("sha256", shop.clientId).update(signed).digest("base64url"),
    )}`,
  })) {
    expect(await answers(request, authorization), what).toEqual(ROUTES.map(() => 401));
  }
});

test("tokens of another client and of another pool are rejected", async ({ request }) => {
  const client = await shop.call<{ UserPoolClient: { ClientId: string } }>("CreateUserPoolClient", {
    UserPoolId: shop.poolId,
    ClientName: "another-client",
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ["code"],
    AllowedOAuthScopes: ["openid", "shop/employee"],
    SupportedIdentityProviders: ["COGNITO"],
    CallbackURLs: [shop.redirectUri],
  });
  const clientId = client.UserPoolClient.ClientId;
  try {
    const { accessToken } = await signIn(request, { ...shop, clientId });
    expect(await answers(request, `Bearer ${accessToken}`)).toEqual(ROUTES.map(() => 401));
  } finally {
    await shop.call("DeleteUserPoolClient", { UserPoolId: shop.poolId, ClientId: clientId });
  }

  const other = await shop.call<{ UserPool: { Id: string } }>("CreateUserPool", { PoolName: "elsewhere" });
  const poolId = other.UserPool.Id;
  try {
    const stranger = await shop.call<{ UserPoolClient: { ClientId: string } }>("CreateUserPoolClient", {
      UserPoolId: poolId,
      ClientName: "elsewhere",
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    });
    const user = { UserPoolId: poolId, Username: "ann" };
    await shop.call("AdminCreateUser", { ...user, MessageAction: "SUPPRESS" });
    await shop.call("AdminSetUserPassword", { ...user, Password: "Not-hers-1234!", Permanent: true });
    const signedIn = await shop.call<{ AuthenticationResult: { AccessToken: string } }>("AdminInitiateAuth", {
      UserPoolId: poolId,
      ClientId: stranger.UserPoolClient.ClientId,
      AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: "ann", PASSWORD: "Not-hers-1234!" },
    });
    const { AccessToken } = signedIn.AuthenticationResult;
    expect(await answers(request, `Bearer ${AccessToken}`)).toEqual(ROUTES.map(() => 401));
  } finally {
    await shop.call("DeleteUserPool", { UserPoolId: poolId });
  }
});

/** The status of each route. A rejection must be a problem document. */
async function answers(request: APIRequestContext, authorization: string | undefined) {
  const statuses = [];
  for (const { method, path } of ROUTES) {
    const answer = await request.fetch(`${shop.apiUrl}${path}`, {
      method,
      headers: authorization === undefined ? {} : { authorization },
    });
    if (answer.status() === 401) {
      expect(await answer.json()).toMatchObject({ status: 401, type: "/problems/unauthorized" });
    }
    statuses.push(answer.status());
  }
  return statuses;
}

function withClaims(token: string, claims: object): string {
  const [header = "", payload = "", signature = ""] = token.split(".");
  return [header, encoded({ ...decoded(payload), ...claims }), signature].join(".");
}

function withHeader(token: string, header: object, sign: (signed: string) => string): string {
  const [old = "", payload = ""] = token.split(".");
  const signed = `${encoded({ ...decoded(old), ...header })}.${payload}`;
  return `${signed}.${sign(signed)}`;
}

function decoded(part: string): object {
  return JSON.parse(Buffer.from(part, "base64url").toString()) as object;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
