/** Signing in and out as employees do, from a staff page to the pool's page and back. */
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetConfig } from "../api/config";
import { setAuthState, readAuthState } from "../api/session";
import { leave } from "../browser/leave";
import { codeChallenge } from "../features/sign-in/pkce";
import { API, config, network, problem } from "../test/network";
import { AUTHORITY, aPool, CLIENT, invalidGrant, PAGES, upstreamDown, type Pool } from "../test/pool";
import { visit } from "../test/visit";
import { createQueryClient } from "./query-client";
import { RequireEmployee } from "./require-employee";

vi.mock("../browser/leave", () => ({ leave: vi.fn() }));

let pool: Pool;
beforeEach(() => {
  vi.stubGlobal("isSecureContext", true);
  vi.mocked(leave).mockReset();
  pool = aPool();
  network.use(...pool.handlers);
});
afterEach(() => {
  cleanup();
  setAuthState({ kind: "signed-out" });
  forgetConfig();
  vi.unstubAllGlobals();
});

const heading = (name: string) => screen.findByRole("heading", { level: 1, name });

/** The URL of the last redirect. */
async function sentTo(times = 1): Promise<URL> {
  await waitFor(() => {
    expect(leave).toHaveBeenCalledTimes(times);
  });
  return new URL(vi.mocked(leave).mock.lastCall?.[0] ?? "");
}

function visitGuarded(path: string) {
  window.history.replaceState(null, "", path);
  render(
    <QueryClientProvider client={createQueryClient(() => undefined)}>
      <main>
        <RequireEmployee>
          <h1>Behind the counter</h1>
        </RequireEmployee>
      </main>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

/** Starts at a staff page and returns with the query changed by `answer`. */
async function comeBack(answer: (query: URLSearchParams) => void = () => undefined, from = "/cart?x=1#y") {
  const guarded = visitGuarded(from);
  const { searchParams: authorizeQuery } = await sentTo();
  cleanup();
  vi.mocked(leave).mockClear();

  pool.nonce = authorizeQuery.get("nonce") ?? "";
  const query = new URLSearchParams({ code: crypto.randomUUID(), state: authorizeQuery.get("state") ?? "" });
  answer(query);
  visit(`/sign-in/callback?${query.toString()}`);
  return { authorizeQuery, query, user: guarded };
}

const silenceConsole = () => vi.spyOn(console, "error").mockImplementation(() => undefined);

test("without a session, the employee is redirected to the pool with all parameters", async () => {
  visitGuarded("/dashboard?status=PENDING");
  const url = await sentTo();
  expect(url.origin + url.pathname).toBe(`${PAGES}/oauth2/authorize`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: "code",
    client_id: CLIENT,
    redirect_uri: `${window.location.origin}/sign-in/callback`,
    scope: "openid email shop/employee",
    state: expect.stringMatching(/^[\w-]{43}$/) as string,
    nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
    code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
    code_challenge_method: "S256",
    lang: "en",
  });
  expect(screen.queryByText("Behind the counter")).not.toBeInTheDocument();
});

test("returning from the pool signs the employee in on the page they wanted", async () => {
  const { authorizeQuery, query } = await comeBack();
  await waitFor(() => {
    expect(readAuthState().kind).toBe("signed-in");
  });
  expect(window.location.pathname + window.location.search + window.location.hash).toBe("/cart?x=1#y");
  expect(await screen.findByRole("navigation", { name: "Employees" })).toHaveTextContent("ada@example.com");

  const [grant] = pool.grants;
  expect(grant).toEqual({
    grantType: "authorization_code",
    code: query.get("code"),
    codeVerifier: expect.stringMatching(/^[\w-]{43}$/) as string,
    redirectUri: authorizeQuery.get("redirect_uri"),
  });
  expect(authorizeQuery.get("code_challenge")).toBe(await codeChallenge(String(grant?.codeVerifier)));
});

test("with a session, the staff page is shown", () => {
  setAuthState({ kind: "signed-in", session: aSession() });
  visitGuarded("/dashboard");
  expect(screen.getByRole("heading", { name: "Behind the counter" })).toBeVisible();
  expect(leave).not.toHaveBeenCalled();
});

test.each<[string, (query: URLSearchParams) => void, string]>([
  ["cancelled", asError("access_denied"), "You cancelled signing in"],
  ["rejected", asError("invalid_scope"), "Sign-in isn’t working"],
  [
    "from another sign-in",
    (query) => {
      query.set("state", "x".repeat(43));
    },
    "This sign-in wasn’t started in this browser",
  ],
  [
    "without a state",
    (query) => {
      query.delete("state");
    },
    "Nothing to sign in to",
  ],
  [
    "without a code",
    (query) => {
      query.delete("code");
    },
    "Nothing to sign in to",
  ],
])("a response that is %s shows an error and exchanges no code", async (_, answer, title) => {
  silenceConsole();
  await comeBack(answer);
  expect(await heading(title)).toBeVisible();
  expect(pool.grants).toEqual([]);
  expect(readAuthState().kind).toBe("signed-out");
});

test.each<[string, () => void, string]>([
  [
    "an expired code",
    () => {
      pool.failWith = invalidGrant;
    },
    "This sign-in link has expired",
  ],
  [
    "an unavailable pool",
    () => {
      pool.failWith = upstreamDown;
    },
    "Something went wrong on our end",
  ],
  [
    "an unavailable network",
    () => {
      pool.failWith = () => HttpResponse.error();
    },
    "We can’t reach the shop",
  ],
  [
    "a response without tokens",
    () => {
      pool.failWith = () => HttpResponse.json({});
    },
    "This page may be out of date",
  ],
  [
    "an ID token of another sign-in",
    () => {
      pool.overrides = { claims: { nonce: "other" } };
    },
    "We couldn’t verify your identity",
  ],
  [
    "an ID token of another pool",
    () => {
      pool.overrides = { claims: { iss: "https://evil.test" } };
    },
    "We couldn’t verify your identity",
  ],
  [
    "an account that is not an employee",
    () => {
      pool.overrides = { without: "cognito:groups" };
    },
    "This account doesn’t have staff access",
  ],
  [
    "signing keys that fail to load",
    () => {
      network.use(http.get(`${AUTHORITY}/*`, () => problem(503)));
    },
    "Something went wrong on our end",
  ],
])("%s shows an error and signs no one in", async (_, overrides, title) => {
  silenceConsole();
  overrides();
  await comeBack();
  expect(await heading(title)).toBeVisible();
  expect(readAuthState().kind).toBe("signed-out");
});

test("a server error shows the request ID", async () => {
  silenceConsole();
  pool.failWith = upstreamDown;
  await comeBack();
  expect(await screen.findByText("req-502")).toBeVisible();
});

test("a callback URL works once", async () => {
  silenceConsole();
  const { query } = await comeBack();
  await waitFor(() => {
    expect(readAuthState().kind).toBe("signed-in");
  });
  cleanup();
  setAuthState({ kind: "signed-out" });
  visit(`/sign-in/callback?${query.toString()}&again`);
  expect(await heading("This sign-in link was already used")).toBeVisible();
  expect(pool.grants).toHaveLength(1);
});

test("after a failure, signing in again returns to the same page", async () => {
  silenceConsole();
  const { authorizeQuery, user } = await comeBack(asError("access_denied"), "/cart?x=1");
  await user.click(await screen.findByRole("button", { name: "Sign in again" }));
  const again = await sentTo();
  expect(again.searchParams.get("state")).not.toBe(authorizeQuery.get("state"));

  pool.nonce = again.searchParams.get("nonce") ?? "";
  cleanup();
  visit(`/sign-in/callback?code=1&state=${again.searchParams.get("state") ?? ""}`);
  await waitFor(() => {
    expect(window.location.pathname + window.location.search).toBe("/cart?x=1");
  });
});

test("signing out at the pool precedes the use of another account", async () => {
  silenceConsole();
  pool.overrides = { without: "cognito:groups" };
  const { user } = await comeBack();
  await user.click(await screen.findByRole("button", { name: "Use another account" }));
  expect((await sentTo()).pathname).toBe("/logout");
});

test("signing out drops the tokens and then signs out at the pool", async () => {
  const { user } = await comeBack();
  await user.click(await screen.findByRole("button", { name: "Sign out" }));
  const url = await sentTo();
  expect(url.origin + url.pathname).toBe(`${PAGES}/logout`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: CLIENT,
    logout_uri: `${window.location.origin}/signed-out`,
  });
  expect(readAuthState().kind).toBe("signing-out");
  expect(screen.queryByRole("navigation", { name: "Employees" })).not.toBeInTheDocument();
});

test("signing out in another tab shows a notice without leaving the page", async () => {
  const user = visitGuarded("/dashboard?status=REJECTED");
  await sentTo();
  act(() => {
    setAuthState({ kind: "signed-in", session: aSession() });
  });
  expect(screen.getByRole("heading", { name: "Behind the counter" })).toBeVisible();

  act(() => {
    setAuthState({ kind: "ended", reason: "elsewhere" });
  });
  expect(await heading("Your session has ended")).toBeVisible();
  expect(leave).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole("button", { name: "Sign in again" }));
  await sentTo(2);
  expect(sessionStorage.getItem("quarter-past.sign-in")).toContain("/dashboard?status=REJECTED");
});

test("an expired session signs in again by itself", async () => {
  visitGuarded("/dashboard?status=REJECTED");
  await sentTo();
  act(() => {
    setAuthState({ kind: "signed-in", session: aSession() });
  });
  act(() => {
    setAuthState({ kind: "ended", reason: "expired" });
  });
  await sentTo(2);
});

test("without sign-in settings, the page says so", async () => {
  silenceConsole();
  forgetConfig();
  network.use(config({ apiUrl: API }));
  visitGuarded("/dashboard");
  expect(await heading("The shop isn’t available right now")).toBeVisible();
});

test("over http, no one can sign in", async () => {
  silenceConsole();
  vi.stubGlobal("isSecureContext", false);
  visitGuarded("/dashboard");
  expect(await heading("This address isn’t secure")).toBeVisible();
  expect(leave).not.toHaveBeenCalled();
});

test("going back from the pool's page starts the sign-in again", async () => {
  visitGuarded("/dashboard");
  await sentTo();
  act(() => {
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await sentTo(2);
});

test("the signed-out page links to the dashboard", async () => {
  visit("/signed-out");
  expect(await heading("You’re signed out")).toBeVisible();
  expect(screen.getByRole("link", { name: "Sign in again" })).toHaveAttribute("href", "/dashboard");
});

test("every page links to the dashboard", async () => {
  visit("/signed-out");
  expect(await screen.findByRole("link", { name: "Employees" })).toHaveAttribute("href", "/dashboard");
});

function asError(error: string) {
  return (query: URLSearchParams) => {
    query.delete("code");
    query.set("error", error);
  };
}

function aSession() {
  return {
    email: "ada@example.com",
    role: "staff",
    accessToken: () => Promise.resolve("token"),
    end: () => undefined,
  } as const;
}
