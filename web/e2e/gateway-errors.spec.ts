/**
 * Errors of the gateway itself, on a running stack: each is a problem document with the right media type.
 *
 * No browser: it would not see more than this client.
 */
import { expect, test, type APIRequestContext, type APIResponse } from "@playwright/test";
import { pool } from "./pool";

let apiUrl: string;

test.beforeEach(async ({ request, baseURL }) => {
  ({ apiUrl } = await pool(request, baseURL));
});

test("a request without a token", async ({ request }) => {
  await expectProblem(await request.get(`${apiUrl}/orders`), 401, "/problems/unauthorized");
});

test("an unknown path and an unknown method", async ({ request }) => {
  await expectProblem(await request.get(`${apiUrl}/nothing-here`), 404, "/problems/not-found");
  await expectProblem(await request.delete(`${apiUrl}/products`), 404, "/problems/not-found");
});

test("an invalid body and an unsupported media type", async ({ request }) => {
  await expectProblem(await post(request, "{}", "application/json"), 400, "/problems/invalid-request");
  await expectProblem(await post(request, "hello", "text/plain"), 415, "/problems/unsupported-media-type");
});

const post = (request: APIRequestContext, data: string, contentType: string) =>
  request.post(`${apiUrl}/orders`, { data, headers: { "content-type": contentType } });

async function expectProblem(answer: APIResponse, status: number, type: string) {
  expect(answer.headers()["content-type"]).toMatch(/^application\/problem\+json/);
  expect(await answer.json()).toMatchObject({ status, type });
  expect(answer.status()).toBe(status);
}
