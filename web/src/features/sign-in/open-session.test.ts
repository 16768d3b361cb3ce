/** The life of a session: renewals and endings. */
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setAuthState, readAuthState } from "../../api/session";
import { API, network } from "../../test/network";
import { aPool, invalidGrant, SETTINGS, upstreamDown, type Pool } from "../../test/pool";
import { openSession } from "./open-session";

const IDENTITY = { subject: "5ca1ab1e", email: "ada@example.com", role: "staff" } as const;

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

test("a token is renewed shortly before it expires", async () => {
  const session = signedIn();
  later(3500);
  await expect(session.accessToken()).resolves.toBe("access-0");
  expect(pool.grants).toEqual([]);

  later(50);
  await expect(session.accessToken()).resolves.toBe("access-1");
  await expect(session.accessToken()).resolves.toBe("access-1");
  expect(pool.grants).toEqual([{ grantType: "refresh_token", refreshToken: "refresh-0" }]);
});

test("concurrent requests cause one renewal", async () => {
  const session = signedIn();
  later(3590);
  const tokens = await Promise.all(Array.from({ length: 20 }, () => session.accessToken()));
  expect(new Set(tokens)).toEqual(new Set(["access-1"]));
  expect(pool.grants).toHaveLength(1);
});

test("a rejected token is renewed once for all requests", async () => {
  const session = signedIn();
  const tokens = await Promise.all([session.accessToken("access-0"), session.accessToken("access-0")]);
  expect(tokens).toEqual(["access-1", "access-1"]);
  // Belongs to a request sent before the renewal.
  await expect(session.accessToken("access-0")).resolves.toBe("access-1");
  expect(pool.grants).toHaveLength(1);
});

test("a refresh token is used until the pool sends a new one", async () => {
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

test("a session that cannot be renewed has expired", async () => {
  const session = signedIn();
  pool.failWith = invalidGrant;
  later(3590);
  await expect(session.accessToken()).rejects.toMatchObject({ failure: { status: 401 } });
  expect(readAuthState()).toEqual({ kind: "ended", reason: "expired" });
});

test("a rejected session that cannot be renewed was refused", async () => {
  const session = signedIn();
  pool.failWith = invalidGrant;
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
  ["the network is unavailable", () => HttpResponse.error()],
])("while the old token is valid, it is used although %s", async (_, failWith) => {
  const session = signedIn();
  pool.failWith = failWith;
  later(3590);
  await expect(session.accessToken()).resolves.toBe("access-0");

  later(20);
  await expect(session.accessToken()).rejects.toMatchObject({ name: "ApiError", isTransient: true });
  expect(readAuthState().kind).toBe("signed-in");

  pool.failWith = undefined;
  await expect(session.accessToken()).resolves.toBe("access-1");
});

test.each([
  ["is another person's", { claims: { sub: "another-subject" } }, "refused"],
  ["is for another client", { claims: { aud: "client2" } }, "refused"],
  ["is not an employee's any more", { without: "cognito:groups" }, "expired"],
])("a renewal whose ID token %s ends the session", async (_, overrides, reason) => {
  const session = signedIn();
  pool.overrides = overrides;
  later(3590);
  await expect(session.accessToken()).rejects.toMatchObject({ failure: { status: 401 } });
  expect(readAuthState()).toEqual({ kind: "ended", reason });
});

test("a renewal reads the role again", async () => {
  const session = signedIn();
  expect(session.role).toBe("staff");
  pool.overrides = { claims: { "cognito:groups": ["staff", "manager"] } };
  later(3590);
  await session.accessToken();
  expect(session.role).toBe("manager");
});

test("signing out during a renewal drops the new tokens", async () => {
  const session = signedIn();
  later(3590);
  const renewal = session.accessToken();
  session.end("elsewhere");
  await expect(renewal).rejects.toMatchObject({ failure: { status: 401 } });
  await expect(session.accessToken()).rejects.toMatchObject({ failure: { status: 401 } });
  expect(readAuthState()).toEqual({ kind: "ended", reason: "elsewhere" });
});

test("ending an old session does not end the new one", () => {
  const old = signedIn();
  signedIn();
  old.end("elsewhere");
  expect(readAuthState().kind).toBe("signed-in");
});

test("a session is not stored in the browser", async () => {
  network.use(http.get(`${API}/never`, () => HttpResponse.error()));
  const session = signedIn();
  later(3590);
  await session.accessToken();
  expect(localStorage).toHaveLength(0);
  expect(sessionStorage).toHaveLength(0);
  expect(document.cookie).toBe("");
});
