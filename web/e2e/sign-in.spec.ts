/**
 * Signing in and out through the pool's page on a running stack, including failures.
 *
 * `infra-gen dev -- COMMAND` sets `STAFF_EMAIL` and `STAFF_PASSWORD`.
 */
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, SCREENS, setScreen, submitOrder } from "./shop";

const EMAIL = process.env.STAFF_EMAIL ?? "";
const PASSWORD = process.env.STAFF_PASSWORD ?? "";

test.beforeAll(() => {
  expect(EMAIL, "`STAFF_EMAIL`; run `infra-gen dev -- npm run e2e`, which sets it").not.toBe("");
  expect(PASSWORD, "`STAFF_PASSWORD`").not.toBe("");
});

test("an employee signs in, looks at an order, and signs out", async ({ page, request }) => {
  const { orderId: id } = await submitOrder(request, "sea-salt-chocolate-chip", "Grace Hopper");
  await page.goto("/");
  await page.getByRole("link", { name: "Employees" }).click();
  await signIn(page);

  await expect(page).toHaveURL("/dashboard");
  await expect(dashboard(page)).toBeVisible();
  await expect(bar(page)).toContainText(EMAIL);

  await page.locator(`a[href="/dashboard/orders/${id}"]`).click();
  await expect(page).toHaveURL(`/dashboard/orders/${id}`);
  await expect(page.getByText("Grace Hopper").first()).toBeVisible();

  await bar(page).getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/signed-out");
  await expect(title(page, "You’re signed out")).toBeVisible();
  await expect(bar(page)).toBeHidden();

  // Neither going back nor the URL shows the order again.
  await page.goBack();
  await expect(password(page)).toBeVisible();
  await page.goto(`/dashboard/orders/${id}`);
  await expect(password(page)).toBeVisible();
});

test("signing in returns to the requested URL", async ({ page }) => {
  await page.goto("/dashboard?status=REJECTED");
  await signIn(page);
  await expect(page).toHaveURL("/dashboard?status=REJECTED");
  await expect(dashboard(page)).toBeVisible();
});

test("reloads keep page and session", async ({ page }) => {
  await page.goto("/dashboard?status=CONFIRMED");
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();

  for (const time of ["first", "second"]) {
    await page.reload();
    await expect(dashboard(page), `after the ${time} reload`).toBeVisible();
    await expect(page).toHaveURL("/dashboard?status=CONFIRMED");
    await expect(bar(page)).toContainText(EMAIL);
  }
});

test("reloading a public page keeps the session", async ({ page }) => {
  await page.goto("/dashboard");
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();
  await page.getByRole("link", { name: "Quarter Past" }).click();
  await expect(page).toHaveURL("/");

  await page.reload();
  await expect(bar(page)).toContainText(EMAIL);
  await bar(page).getByRole("link", { name: "Dashboard" }).click();
  await expect(dashboard(page)).toBeVisible();
});

test("without service workers, a reload leads through the pool back to the same page", async ({
  browser,
}) => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto("/dashboard?status=CONFIRMED");
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();

  await page.reload();
  // Cognito would still know the employee; the emulator does not.
  await signIn(page);
  await expect(page).toHaveURL("/dashboard?status=CONFIRMED");
  await expect(dashboard(page)).toBeVisible();
  await context.close();
});

test("going back leaves the sign-in, before and after it", async ({ page }) => {
  await page.goto("/products/half-moon");
  await page.getByRole("link", { name: "Employees" }).click();
  await expect(password(page)).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL("/products/half-moon");
  await expect(title(page, "Half Moon")).toBeVisible();

  await page.getByRole("link", { name: "Employees" }).click();
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL("/products/half-moon");
  // A page left before it has the session cannot hand it off.
  await expect(bar(page)).toContainText(EMAIL);
  await page.goForward();
  await page.goForward();
  await expect(dashboard(page)).toBeVisible();
});

test("a page opened offline says so and loads when the network is back", async ({ page, context }) => {
  await page.goto("/");
  await context.setOffline(true);
  await page.getByRole("link", { name: "Employees" }).press("Enter");
  await expect(title(page, "You’re offline")).toBeVisible();

  await context.setOffline(false);
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();
});

test("after a wrong password, the right one still works", async ({ page }) => {
  await page.goto("/dashboard");
  await signIn(page, "not-the-Passw0rd!");
  await expect(page.getByText(/incorrect username or password/i)).toBeVisible();
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();
});

test("a cancelled sign-in says so and can be repeated", async ({ page }) => {
  await page.goto("/dashboard?status=PENDING");
  await page.goto(`/sign-in/callback?error=access_denied&state=${await stateOf(page)}`);
  await expectFailure(page, "You cancelled signing in");

  await page.getByRole("button", { name: "Sign in again" }).click();
  await signIn(page);
  await expect(page).toHaveURL("/dashboard?status=PENDING");
});

test("an expired code says so and can be replaced", async ({ page }) => {
  await page.goto("/dashboard");
  // The pool responds in the same way to expired and unknown codes.
  await page.goto(`/sign-in/callback?code=${"x".repeat(43)}&state=${await stateOf(page)}`);
  await expectFailure(page, "This sign-in link has expired");

  await page.getByRole("button", { name: "Sign in again" }).click();
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();
});

test("a callback URL works once", async ({ page }) => {
  const callback = page.waitForRequest(/\/sign-in\/callback\?/u);
  await page.goto("/dashboard");
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();

  await page.goto((await callback).url());
  await expectFailure(page, "This sign-in link was already used");
  await page.reload();
  await expectFailure(page, "This sign-in link was already used");
});

test("a code can be exchanged once", async ({ page, request }) => {
  const exchange = page.waitForRequest("**/exchange-token");
  await page.goto("/dashboard");
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();

  const replayed = await request.post((await exchange).url(), {
    data: (await exchange).postDataJSON() as object,
  });
  expect(replayed.status()).toBe(401);
  expect(await replayed.json()).toMatchObject({ type: "/problems/invalid-grant" });
});

test("the callback URL of another person's sign-in signs no one in", async ({ page, browser }) => {
  const elsewhere = await (await browser.newContext()).newPage();
  const callback = elsewhere.waitForRequest(/\/sign-in\/callback\?/u);
  await elsewhere.route(/\/sign-in\/callback\?/u, (route) => route.abort());
  await elsewhere.goto("/dashboard");
  await signIn(elsewhere);
  const stolen = (await callback).url();
  await elsewhere.context().close();

  const asked: string[] = [];
  page.on("request", (call) => {
    if (call.url().endsWith("/exchange-token")) asked.push(call.url());
  });
  await page.goto("/dashboard");
  await expect(password(page)).toBeVisible();
  await page.goto(stolen);
  await expectFailure(page, "This sign-in wasn’t started in this browser");
  expect(asked).toEqual([]);
});

const SPOILED: [string, (claims: Record<string, unknown>) => Record<string, unknown>][] = [
  ["another address in it", (claims) => ({ ...claims, email: "eve@example.com" })],
  ["another group in it", (claims) => ({ ...claims, "cognito:groups": ["owners", "staff"] })],
  ["another nonce in it", (claims) => ({ ...claims, nonce: "another" })],
];

for (const [what, spoil] of SPOILED) {
  test(`a tampered ID token is rejected: ${what}`, async ({ page }) => {
    await spoilTokens(page, ({ idToken, ...tokens }) => {
      const [header = "", payload = "", signature = ""] = idToken.split(".");
      const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
      const spoiled = Buffer.from(JSON.stringify(spoil(claims))).toString("base64url");
      return { ...tokens, idToken: `${header}.${spoiled}.${signature}` };
    });
    const logged = tokenFault(page, "signature");
    await page.goto("/dashboard");
    await signIn(page);
    await expectFailure(page, "We couldn’t verify your identity");
    await logged;
    await expect(bar(page)).toBeHidden();
  });
}

test("an access token in place of the ID token is rejected", async ({ page }) => {
  await spoilTokens(page, (tokens) => ({ ...tokens, idToken: tokens.accessToken }));
  await page.goto("/dashboard");
  await signIn(page);
  await expectFailure(page, "We couldn’t verify your identity");
});

test("an ID token of an earlier sign-in is rejected", async ({ page }) => {
  let earlier: string | undefined;
  await spoilTokens(page, (tokens) => {
    earlier ??= tokens.idToken;
    return { ...tokens, idToken: earlier };
  });
  await page.goto("/dashboard");
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();

  await bar(page).getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in again" }).click();
  const logged = tokenFault(page, "nonce");
  await signIn(page);
  await expectFailure(page, "We couldn’t verify your identity");
  await logged;
});

test("an unavailable pool is reported as our error", async ({ page }) => {
  await page.route("**/exchange-token", (route) =>
    route.fulfill({
      status: 502,
      contentType: "application/problem+json",
      headers: { "access-control-allow-origin": "*" },
      json: {
        type: "/problems/bad-gateway",
        title: "Bad Gateway",
        status: 502,
        detail: "down",
        requestId: "req-7",
      },
    }),
  );
  await page.goto("/dashboard");
  await signIn(page);
  await expectFailure(page, "Something went wrong on our end");
  await expect(page.getByText("req-7")).toBeVisible();

  await page.unroute("**/exchange-token");
  await page.getByRole("button", { name: "Sign in again" }).click();
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();
});

test("a connection lost during the token exchange is reported", async ({ page }) => {
  await page.route("**/exchange-token", (route) => route.abort("connectionreset"));
  await page.goto("/dashboard");
  await signIn(page);
  await expectFailure(page, "We can’t reach the shop");
});

test("missing sign-in settings are reported", async ({ page }) => {
  await page.route("**/config.json", async (route) => {
    const { apiUrl } = (await (await route.fetch()).json()) as { apiUrl: string };
    await route.fulfill({ json: { apiUrl } });
  });
  await page.goto("/dashboard");
  await expectFailure(page, "The shop isn’t available right now");
});

test("signing out in one tab signs out in the others", async ({ page, context }) => {
  await page.goto("/dashboard");
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto("/dashboard?status=PENDING");
  await signIn(other);
  await expect(dashboard(other)).toBeVisible();

  await bar(page).getByRole("button", { name: "Sign out" }).click();
  await expect(title(page, "You’re signed out")).toBeVisible();
  await expect(title(other, "Your session has ended")).toBeVisible();
  await expect(other).toHaveURL("/dashboard?status=PENDING");
});

test("a session rejected by the API is reported, and signing in returns to the same page", async ({
  page,
}) => {
  await page.goto("/dashboard?status=CONFIRMED");
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();

  // Reject all tokens from here on, including renewed ones.
  await page.route(/\/orders\?/u, (route) =>
    route.fulfill({ status: 401, headers: { "access-control-allow-origin": "*" }, json: {} }),
  );
  await page.getByRole("radio", { name: "Rejected" }).click();
  await expect(title(page, "Your session has ended")).toBeVisible();
  await expect(page).toHaveURL("/dashboard?status=REJECTED");

  await page.unroute(/\/orders\?/u);
  await page.getByRole("button", { name: "Sign in again" }).click();
  await signIn(page);
  await expect(page).toHaveURL("/dashboard?status=REJECTED");
  await expect(dashboard(page)).toBeVisible();
});

test("tokens are sent to employee routes only and are not stored", async ({ page, context }) => {
  const bearers = new Map<string, boolean>();
  page.on("request", (call) => {
    const { origin, pathname } = new URL(call.url());
    bearers.set(`${origin}${pathname}`, call.headers().authorization !== undefined);
  });
  await page.goto("/dashboard");
  await signIn(page);
  await expect(dashboard(page)).toBeVisible();
  await expect(page.getByRole("table")).toBeVisible();
  await page.getByRole("link", { name: "Quarter Past" }).click();
  await expect(page.getByRole("article").first()).toBeVisible();

  const sent = [...bearers].filter(([, sent]) => sent).map(([address]) => address);
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.filter((address) => !/\/orders(?:\/[\w-]+)?$/u.test(address))).toEqual([]);

  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
  const { cookies, origins } = await context.storageState({ indexedDB: true });
  for (const kept of [stored, JSON.stringify(cookies), JSON.stringify(origins)]) {
    // Every JSON Web Token starts with this.
    expect(kept).not.toContain("eyJ");
  }
});

for (const screen of SCREENS) {
  test(`signing in is accessible: ${screen.name}`, async ({ page }) => {
    await setScreen(page, screen);
    await page.goto("/signed-out");
    await expectAccessible(page);

    await page.goto("/sign-in/callback");
    await expectFailure(page, "Nothing to sign in to");
    await expectAccessible(page);

    await page.getByRole("button", { name: "Sign in again" }).press("Enter");
    await signIn(page);
    await expect(dashboard(page)).toBeFocused();
    await expectAccessible(page);
  });
}

const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const dashboard = (page: Page) => title(page, "Orders");
const bar = (page: Page) => page.getByRole("navigation", { name: "Employees" });
const password = (page: Page) => page.locator("input[name=password]");

/** Signs in on the pool's page. */
async function signIn(page: Page, typed = PASSWORD): Promise<void> {
  await page.locator("input[name=username]").fill(EMAIL);
  await password(page).fill(typed);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The `state` of the sign-in page. */
async function stateOf(page: Page): Promise<string> {
  await expect(password(page)).toBeVisible();
  return new URL(page.url()).searchParams.get("state") ?? "";
}

async function expectFailure(page: Page, words: string): Promise<void> {
  await expect(page.getByRole("alert").getByRole("heading", { level: 1, name: words })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in again" })).toBeVisible();
}

/** Waits for the console message about the failed check, which the page does not mention. */
const tokenFault = (page: Page, check: string): Promise<unknown> =>
  page.waitForEvent("console", {
    predicate: (message) => message.text().includes(`the ID token is rejected: its ${check} is invalid`),
  });

interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
}

async function spoilTokens(page: Page, spoil: (tokens: Tokens) => Tokens): Promise<void> {
  await page.route("**/exchange-token", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: spoil((await answer.json()) as Tokens) });
  });
}
