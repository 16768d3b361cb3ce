import { http, HttpResponse } from "msw";
import * as v from "valibot";
import { expect, test, vi } from "vitest";
import { API, network, problem } from "../test/network";
import { get } from "./client";
import { ApiError } from "./failure";

const Thing = v.object({ count: v.number() });

const answer = (make: () => Response) => {
  network.use(http.get(`${API}/thing`, make));
};
const ask = (cancel = new AbortController().signal) => get("/thing", Thing, cancel);
const failure = async () => {
  const error = await ask().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof ApiError ? error.failure : error;
};

test("a valid response is returned without unknown members", async () => {
  answer(() => HttpResponse.json({ count: 3, more: "unknown members are left out" }));
  await expect(ask()).resolves.toEqual({ count: 3 });
});

test("a problem document yields status, type, request ID and the invalid values", async () => {
  answer(() => problem(400, "req-42", ["#/name", "#/lines/0/quantity"]));
  expect(await failure()).toEqual({
    kind: "refused",
    status: 400,
    type: "/problems/test",
    pointers: ["#/name", "#/lines/0/quantity"],
    requestId: "req-42",
    problem: {
      type: "/problems/test",
      title: "Test",
      status: 400,
      detail: "said so",
      requestId: "req-42",
      errors: [
        { detail: "said so", pointer: "#/name" },
        { detail: "said so", pointer: "#/lines/0/quantity" },
      ],
    },
  });
});

test("an error without a problem document yields its status", async () => {
  answer(() => HttpResponse.text("Bad Gateway", { status: 502 }));
  expect(await failure()).toEqual({ kind: "refused", status: 502, pointers: [], requestId: undefined });
});

test("an incomplete problem document is read as far as possible", async () => {
  answer(() => HttpResponse.json({ requestId: "req-43", errors: ["name"] }, { status: 400 }));
  expect(await failure()).toEqual({
    kind: "refused",
    status: 400,
    pointers: [],
    requestId: "req-43",
    problem: { requestId: "req-43", errors: ["name"] },
  });
});

test("without a request ID in the document, the gateway's header is used", async () => {
  answer(() => HttpResponse.json({}, { status: 403, headers: { "x-amzn-requestid": "gw-7" } }));
  expect(await failure()).toEqual({
    kind: "refused",
    status: 403,
    pointers: [],
    requestId: "gw-7",
    problem: {},
  });
});

test.each([
  ["is not JSON", () => HttpResponse.text("<html>")],
  ["does not match the contract", () => HttpResponse.json({ count: "three" })],
])("a response that %s is unreadable", async (_, make) => {
  answer(make);
  expect(await failure()).toEqual({ kind: "unreadable", requestId: undefined });
});

test("a failed request is unreachable", async () => {
  answer(() => HttpResponse.error());
  expect(await failure()).toEqual({ kind: "unreachable" });
});

test("a failed request without a network is offline", async () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  answer(() => HttpResponse.error());
  expect(await failure()).toEqual({ kind: "offline" });
});

test("a cancelled request is not an `ApiError`", async () => {
  const page = new AbortController();
  page.abort();
  answer(() => HttpResponse.json({ count: 3 }));
  await expect(ask(page.signal)).rejects.not.toBeInstanceOf(ApiError);
});

test("a response that takes too long is a timeout", async () => {
  vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort());
  answer(() => HttpResponse.json({ count: 3 }));
  expect(await failure()).toEqual({ kind: "timeout" });
});
