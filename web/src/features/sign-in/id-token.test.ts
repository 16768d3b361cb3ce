/** Uses real signatures and real defects. */
import { base64url, generateKeyPair } from "jose";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { network, problem } from "../../test/network";
import { aPool, AUTHORITY, publicKey, SETTINGS, type Pool } from "../../test/pool";
import { readIdToken } from "./id-token";
import { SignInError } from "./sign-in-failure";

const NONCE = "the-nonce-of-this-sign-in";

let pool: Pool;
beforeEach(() => {
  pool = aPool();
  pool.nonce = NONCE;
  network.use(...pool.handlers);
});

const read = (token: string) => readIdToken(token, SETTINGS, { nonce: NONCE });

async function faultOf(token: string, expected: { nonce: string } | { subject: string } = { nonce: NONCE }) {
  const error = await readIdToken(token, SETTINGS, expected).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof SignInError && error.failure.kind === "token" ? error.failure.fault : error;
}

test("a valid token yields the identity", async () => {
  await expect(read(await pool.idToken())).resolves.toEqual({
    subject: "5ca1ab1e",
    email: "ada@example.com",
    groups: ["staff"],
  });
});

test("an account without groups has none", async () => {
  const token = await pool.idToken({ without: "cognito:groups" });
  await expect(read(token)).resolves.toMatchObject({ groups: [] });
});

const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;

test.each([
  ["another issuer", { iss: `${AUTHORITY}x` }, "issuer"],
  ["the URL of the pool as issuer", { iss: AUTHORITY }, "issuer"],
  ["another client", { aud: "client2" }, "audience"],
  ["another client besides ours", { aud: ["client1", "client2"] }, "audience"],
  ["another sign-in", { nonce: "another" }, "nonce"],
  ["an access token", { token_use: "access" }, "use"],
  ["a token that has expired", { exp: seconds(-3600) }, "time"],
  ["a token that is not valid yet", { nbf: seconds(86_400) }, "time"],
  ["an expiry that is not a number", { exp: "never" as unknown as number }, "form"],
  ["an empty subject", { sub: "" }, "form"],
])("%s is rejected", async (_, claims, fault) => {
  expect(await faultOf(await pool.idToken({ claims }))).toBe(fault);
});

test.each([
  ["iss", "issuer"],
  ["aud", "audience"],
  ["nonce", "nonce"],
  ["token_use", "use"],
  ["exp", "form"],
  ["iat", "form"],
  ["sub", "form"],
  ["email", "form"],
])("a token without `%s` is rejected", async (without, fault) => {
  expect(await faultOf(await pool.idToken({ without }))).toBe(fault);
});

test("a clock that is a minute off is tolerated", async () => {
  await expect(read(await pool.idToken({ claims: { exp: seconds(-60) } }))).resolves.toBeDefined();
});

test("a token signed with another key under the same key ID is rejected", async () => {
  const { privateKey } = await generateKeyPair("RS256");
  expect(await faultOf(await pool.idToken({ key: privateKey }))).toBe("signature");
});

test("a token signed with a key unknown to the pool is rejected", async () => {
  const { privateKey } = await generateKeyPair("RS256");
  const token = await pool.idToken({ key: privateKey, header: { alg: "RS256", kid: "mine" } });
  expect(await faultOf(token)).toBe("signature");
});

test("a token changed after signing is rejected", async () => {
  const [header = "", payload = "", signature = ""] = (await pool.idToken()).split(".");
  const claims = JSON.parse(new TextDecoder().decode(base64url.decode(payload))) as object;
  const changed = base64url.encode(JSON.stringify({ ...claims, email: "eve@example.com" }));
  expect(await faultOf(`${header}.${changed}.${signature}`)).toBe("signature");
});

test("an unsigned token is rejected", async () => {
  const [, payload = ""] = (await pool.idToken()).split(".");
  const header = base64url.encode(JSON.stringify({ alg: "none" }));
  expect(await faultOf(`${header}.${payload}.`)).toBe("signature");
});

test("a token signed with the public key as a secret is rejected", async () => {
  const key = { kty: "oct", k: publicKey.n ?? "" };
  expect(await faultOf(await pool.idToken({ key, header: { alg: "HS256" } }))).toBe("signature");
});

test.each([[""], ["a.b.c"], ["not a token"], ["..."]])("%j is not a token", async (token) => {
  expect(await faultOf(token)).toBe("form");
});

test("a renewed token needs no nonce but the same subject", async () => {
  pool.nonce = undefined;
  const token = await pool.idToken();
  await expect(readIdToken(token, SETTINGS, { subject: "5ca1ab1e" })).resolves.toBeDefined();
  expect(await faultOf(token, { subject: "another-subject" })).toBe("subject");
});

test("signing keys that fail to load are a request failure, not a token fault", async () => {
  network.use(http.get(`${AUTHORITY}/.well-known/jwks.json`, () => problem(503)));
  await expect(read(await pool.idToken())).rejects.toMatchObject({
    failure: { kind: "refused", status: 503 },
  });
  network.use(http.get(`${AUTHORITY}/.well-known/jwks.json`, () => HttpResponse.json({})));
  await expect(read(await pool.idToken())).rejects.toMatchObject({ failure: { kind: "unreadable" } });
});
