/** Against tokens that are really signed, and really wrong. */
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

test("a token that is right in everything says who it is", async () => {
  await expect(read(await pool.idToken())).resolves.toEqual({
    subject: "5ca1ab1e",
    email: "ada@example.com",
    groups: ["employees"],
  });
});

test("an account in no group is in no group", async () => {
  const token = await pool.idToken({ without: "cognito:groups" });
  await expect(read(token)).resolves.toMatchObject({ groups: [] });
});

const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;

test.each([
  ["another issuer", { iss: `${AUTHORITY}x` }, "issuer"],
  ["the address of the pool for its name", { iss: AUTHORITY }, "issuer"],
  ["another client", { aud: "client2" }, "audience"],
  ["another client besides ours", { aud: ["client1", "client2"] }, "audience"],
  ["another sign-in", { nonce: "another" }, "nonce"],
  ["an access token", { token_use: "access" }, "use"],
  ["a token that has expired", { exp: seconds(-3600) }, "time"],
  ["a token of tomorrow", { nbf: seconds(86_400) }, "time"],
  ["an expiry that is no number", { exp: "never" as unknown as number }, "form"],
  ["an empty subject", { sub: "" }, "form"],
])("%s is not believed", async (_, claims, fault) => {
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
])("a token without `%s` is not believed", async (without, fault) => {
  expect(await faultOf(await pool.idToken({ without }))).toBe(fault);
});

test("a clock that is off by a minute keeps nobody out", async () => {
  await expect(read(await pool.idToken({ claims: { exp: seconds(-60) } }))).resolves.toBeDefined();
});

test("a token signed with another key under the name of ours is not believed", async () => {
  const { privateKey } = await generateKeyPair("RS256");
  expect(await faultOf(await pool.idToken({ key: privateKey }))).toBe("signature");
});

test("a token signed with a key that the pool does not have is not believed", async () => {
  const { privateKey } = await generateKeyPair("RS256");
  const token = await pool.idToken({ key: privateKey, header: { alg: "RS256", kid: "mine" } });
  expect(await faultOf(token)).toBe("signature");
});

test("a token that was changed after it was signed is not believed", async () => {
  const [header = "", payload = "", signature = ""] = (await pool.idToken()).split(".");
  const claims = JSON.parse(new TextDecoder().decode(base64url.decode(payload))) as object;
  const changed = base64url.encode(JSON.stringify({ ...claims, email: "eve@example.com" }));
  expect(await faultOf(`${header}.${changed}.${signature}`)).toBe("signature");
});

test("a token that nobody signed is not believed", async () => {
  const [, payload = ""] = (await pool.idToken()).split(".");
  const header = base64url.encode(JSON.stringify({ alg: "none" }));
  expect(await faultOf(`${header}.${payload}.`)).toBe("signature");
});

test("a token signed with the public key as if it were a secret is not believed", async () => {
  const key = { kty: "oct", k: publicKey.n ?? "" };
  expect(await faultOf(await pool.idToken({ key, header: { alg: "HS256" } }))).toBe("signature");
});

test.each([[""], ["a.b.c"], ["not a token"], ["..."]])("%j is no token", async (token) => {
  expect(await faultOf(token)).toBe("form");
});

test("a renewed token need not repeat the nonce, and has to be the same employee's", async () => {
  pool.nonce = undefined;
  const token = await pool.idToken();
  await expect(readIdToken(token, SETTINGS, { subject: "5ca1ab1e" })).resolves.toBeDefined();
  expect(await faultOf(token, { subject: "somebody-else" })).toBe("subject");
});

test("a pool whose keys cannot be had is a failure, and no fault of the token", async () => {
  network.use(http.get(`${AUTHORITY}/.well-known/jwks.json`, () => problem(503)));
  await expect(read(await pool.idToken())).rejects.toMatchObject({
    failure: { kind: "refused", status: 503 },
  });
  network.use(http.get(`${AUTHORITY}/.well-known/jwks.json`, () => HttpResponse.json({})));
  await expect(read(await pool.idToken())).rejects.toMatchObject({ failure: { kind: "unreadable" } });
});
