/**
 * A page of another origin can neither read nor change anything on the local stack.
 *
 * Three origins: another port, another name that browsers resolve to this machine, and a name that an
 * attacker points to it (DNS rebinding).
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, expect, test, type Browser, type Page } from "@playwright/test";
import { pool } from "./pool";
import { apiUrl } from "./shop";

const SIGNATURE =
  "AWS4-HMAC-SHA256 Credential=test/20261101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=none";

let server: Server;
let port: number;
let browser: Browser;

test.beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end("<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>");
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  port = (server.address() as AddressInfo).port;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP rebound.example 127.0.0.1"],
  });
});

test.afterAll(async () => {
  await browser.close();
  server.close();
});

for (const host of ["127.0.0.1", "attacker.localhost", "rebound.example"]) {
  test(`a page of ${host} reads and changes nothing`, async ({ request, baseURL }) => {
    const api = await apiUrl(request);
    const endpoint = new URL(api).origin;
    const site = new URL(baseURL ?? "").origin;
    const { signInUrl } = await pool(request, baseURL);
    const page = await browser.newPage();
    const answers = watch(page, [endpoint, site]);
    await page.goto(`http://${host}:${String(port)}/`);

    const signed = { authorization: SIGNATURE };
    const amzJson = { ...signed, "content-type": "application/x-amz-json-1.0" };
    const reads = [
      { url: `${endpoint}/_ministack/ses/messages`, init: {} },
      { url: `${endpoint}/_ministack/health`, init: {} },
      {
        url: `${endpoint}/`,
        init: {
          method: "POST",
          headers: { ...amzJson, "x-amz-target": "DynamoDB_20120810.ListTables" },
          body: "{}",
        },
      },
      { url: `${endpoint}/2015-03-31/functions`, init: { headers: signed } },
      {
        url: `${endpoint}/2015-03-31/functions`,
        init: { method: "POST", headers: signed, body: NEW_FUNCTION },
      },
      {
        url: `${signInUrl}/oauth2/token`,
        init: { method: "POST", body: new URLSearchParams({ code: "x" }).toString() },
      },
      { url: `${api}/products`, init: {} },
      { url: `${site}/_inbox.json`, init: {} },
      { url: `${site}/config.json`, init: {} },
    ];
    for (const { url, init } of reads) {
      expect(await readable(page, url, init), `${init.method ?? "GET"} ${url}`).toBe(false);
    }

    // Requests that need no CORS preflight must be rejected, too.
    await page.evaluate(
      async (url) => fetch(url, { method: "POST", mode: "no-cors" }),
      `${endpoint}/_ministack/reset`,
    );
    await page.evaluate(async ({ url, body }) => fetch(url, { method: "POST", mode: "no-cors", body }), {
      url: `${endpoint}/2015-03-31/functions`,
      body: NEW_FUNCTION,
    });
    expect(await shown(page, `${endpoint}/?Action=CreateTopic&Name=evil&${QUERY_SIGNATURE}`)).toBe(false);
    expect(await shown(page, `${site}/favicon.svg`)).toBe(false);
    await submit(page, `${endpoint}/_ministack/reset`);
    await submit(page, `${endpoint}/?Action=CreateTopic&Name=evil&${QUERY_SIGNATURE}`);
    await submit(page, `${endpoint}/oauth2/login`);
    await page.goto(`${endpoint}/?Action=CreateTopic&Name=evil&${QUERY_SIGNATURE}`);

    expect(answers.length, "answers that the browser saw").toBeGreaterThan(4);
    expect(answers.filter(({ status }) => status !== 403)).toEqual([]);
    await page.close();

    // Nothing was deleted or created.
    const products = (await (await request.get(`${api}/products`)).json()) as { items: unknown[] };
    expect(products.items.length).toBeGreaterThan(5);
    const functions = await (
      await request.get(`${endpoint}/2015-03-31/functions`, { headers: signed })
    ).text();
    expect(functions).toContain("CreateOrder");
    expect(functions).not.toContain("evil");
    const topics = await request.post(`${endpoint}/`, {
      headers: { authorization: SIGNATURE.replace("/lambda/", "/sns/") },
      form: { Action: "ListTopics", Version: "2010-03-31" },
    });
    expect(await topics.text()).not.toContain("evil");
  });
}

test("requests with a foreign host name are rejected", async ({ request, baseURL }) => {
  const api = new URL(await apiUrl(request));
  const page = await browser.newPage();
  for (const address of [
    `http://rebound.example:${api.port}/_ministack/health`,
    `http://rebound.example:${api.port}${api.pathname}/products`,
    `http://attacker.localhost:${api.port}/_ministack/health`,
    `http://rebound.example:${new URL(baseURL ?? "").port}/_inbox.json`,
    `http://rebound.example:${new URL(baseURL ?? "").port}/`,
  ]) {
    expect((await page.goto(address))?.status(), address).toBe(403);
  }
  await page.close();
});

const NEW_FUNCTION = JSON.stringify({
  FunctionName: "evil",
  Runtime: "provided.al2023",
  Handler: "bootstrap",
});
const QUERY_SIGNATURE = new URLSearchParams({
  "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
  "X-Amz-Credential": "test/20261101/us-east-1/sns/aws4_request",
  "X-Amz-Signature": "none",
}).toString();

/** Collects the responses to the page. */
function watch(page: Page, origins: readonly string[]): { url: string; status: number }[] {
  const answers: { url: string; status: number }[] = [];
  page.on("response", (response) => {
    if (origins.includes(new URL(response.url()).origin)) {
      answers.push({ url: response.url(), status: response.status() });
    }
  });
  return answers;
}

/** Whether a script of the page can read the response. */
async function readable(page: Page, url: string, init: object): Promise<boolean> {
  return page.evaluate(
    async (asked) => {
      try {
        await (await fetch(asked.url, asked.init)).text();
        return true;
      } catch {
        return false;
      }
    },
    { url, init },
  );
}

/** Whether the page can load an image from this URL. */
async function shown(page: Page, url: string): Promise<boolean> {
  return page.evaluate(
    async (source) =>
      new Promise<boolean>((settled) => {
        const image = new Image();
        image.onload = () => {
          settled(true);
        };
        image.onerror = () => {
          settled(false);
        };
        image.src = source;
      }),
    url,
  );
}

/** Submits a form as a navigation and goes back. */
async function submit(page: Page, url: string): Promise<void> {
  const home = page.url();
  await Promise.all([
    page.waitForURL(url),
    page.evaluate((action) => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = action;
      document.body.append(form);
      form.submit();
    }, url),
  ]);
  await page.goto(home);
}
