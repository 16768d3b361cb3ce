/** A session over time: when its tokens are renewed, and what ends it. */
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setAuthState, readAuthState } from "../../api/session";
import { API, network } from "../../test/network";
import { aPool, invalidGrant, SETTINGS, upstreamDown, type Pool } from "../../test/pool";
import { openSession } from "./open-session";

const IDENTITY = { subject: "5ca1ab1e", email: "ada@example.com", groups: ["employees"] };

let pool: Pool;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  pool = aPool();
  network.use(...pool.handlers);
});
afterEach(() => {
  vi.useRealTimers();
  setAuthState({ kind: "signed-out" });
});

const TOKENS = { accessToken: "access-0", expiresIn: 3600 };

function signedIn(tokens: Parameters<typeof openSession>[0] = { ...TOKENS, refreshToken: "refresh-0" }) {
  return openSession(tokens, IDENTITY, SETTINGS);
}

const later = (seconds: number) => {
  vi.setSystemTime(Date.now() + seconds * 1000);
};

test("a token serves until its time is nearly up, and is renewed before it is", async () => {
  const session = signedIn();
  later(3500);
  await expect(session.accessToken()).resolves.toBe("access-0");
  expect(pool.grants).toEqual([]);

  later(50);
  await expect(session.accessToken()).resolves.toBe("access-1");
  await expect(session.accessToken()).resolves.toBe("access-1");
  expect(pool.grants).toEqual([{ grantType: "refresh_token", refreshToken: "refresh-0" }]);
});

test("however many ask at once, the pool is asked once", async () => {
  const session = signedIn();
  later(3590);
  const tokens = await Promise.all(Array.from({ length: 20 }, () => session.accessToken()));
  expect(new Set(tokens)).toEqual(new Set(["access-1"]));
  expect(pool.grants).toHaveLength(1);
});

test("a token that is turned down is renewed, and once for all that were turned down with it", async () => {
  const session = signedIn();
  const tokens = await Promise.all([session.accessToken("access-0"), session.accessToken("access-0")]);
  expect(tokens).toEqual(["access-1", "access-1"]);
  // The answer to a request that was sent before the renewal.
  await expect(session.accessToken("access-0")).resolves.toBe("access-1");
  expect(pool.grants).toHaveLength(1);
});

test("a refresh token serves until the pool sends another", async () => {
  const session = signedIn();
  later(3590);
  await session.accessToken();
  pool.rotates = true;
  later(3590);
  await session.accessToken();
  later(3590);
  await session.accessToken();
  expect(pool.grants.map(({ refreshToken }) => refreshToken)).toEqual([
    "refresh-0",
    "refresh-0",
    "refresh-2",
  ]);
});

test("a session that is too old to be renewed has expired", async () => {
  const session = signedIn();
  pool.refuse = invalidGrant;
  later(3590);
  await expect(session.accessToken()).rejects.toMatchObject({ failure: { status: 401 } });
  expect(readAuthState()).toEqual({ kind: "ended", reason: "expired" });
});

test("a session that is turned down and cannot be renewed was refused", async () => {
  const session = signedIn();
  pool.refuse = invalidGrant;
  await expect(session.accessToken("access-0")).rejects.toMatchObject({ failure: { status: 401 } });
  expect(readAuthState()).toEqual({ kind: "ended", reason: "refused" });
});

test("a session without a refresh token ends with its access token", async () => {
  const session = signedIn(TOKENS);
  await expect(session.accessToken()).resolves.toBe("access-0");
  later(3700);
  await expect(session.accessToken()).rejects.toMatchObject({ failure: { status: 401 } });
  expect(readAuthState()).toEqual({ kind: "ended", reason: "expired" });
  expect(pool.grants).toEqual([]);
});

test.each([
  ["the API cannot reach the pool", upstreamDown],
  ["nobody can be reached", () => HttpResponse.error()],
])("while the old token serves, nobody notices that %s", async (_, refuse) => {
  const session = signedIn();
  pool.refuse = refuse;
  later(3590);
  await expect(session.accessToken()).resolves.toBe("access-0");

  later(20);
  await expect(session.accessToken()).rejects.toMatchObject({ name: "ApiError", isTransient: true });
  expect(readAuthState().kind).toBe("signed-in");

  pool.refuse = undefined;
  await expect(session.accessToken()).resolves.toBe("access-1");
});

test.each([
  ["is somebody else's", { claims: { sub: "somebody-else" } }, "refused"],
  ["is not for us", { claims: { aud: "client2" } }, "refused"],
  ["is no employee's any more", { without: "cognito:groups" }, "expired"],
])("a renewal whose proof %s ends the session", async (_, overrides, reason) => {
  const session = signedIn();
  pool.overrides = overrides;
  later(3590);
  await expect(session.accessToken()).rejects.toMatchObject({ failure: { status: 401 } });
  expect(readAuthState()).toEqual({ kind: "ended", reason });
});

test("who signs out during a renewal stays signed out", async () => {
  const session = signedIn();
  later(3590);
  const renewal = session.accessToken();
  session.end("elsewhere");
  await expect(renewal).rejects.toMatchObject({ failure: { status: 401 } });
  await expect(session.accessToken()).rejects.toMatchObject({ failure: { status: 401 } });
  expect(readAuthState()).toEqual({ kind: "ended", reason: "elsewhere" });
});

test("an old session ends without taking the new one with it", () => {
  const old = signedIn();
  signedIn();
  old.end("elsewhere");
  expect(readAuthState().kind).toBe("signed-in");
});

test("nothing of a session is in the browser's storage", async () => {
  network.use(http.get(`${API}/never`, () => HttpResponse.error()));
  const session = signedIn();
  later(3590);
  await session.accessToken();
  expect(localStorage).toHaveLength(0);
  expect(sessionStorage).toHaveLength(0);
  expect(document.cookie).toBe("");
});
