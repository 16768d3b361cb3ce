import { http, HttpResponse } from "msw";
import * as v from "valibot";
import { afterEach, beforeEach, expect, test } from "vitest";
import { API, network, problem } from "../test/network";
import { get } from "./client";
import { getAsEmployee, postAsEmployee } from "./employee-client";
import { setAuthState, type EndReason } from "./session";

const Thing = v.object({ count: v.number() });
const never = new AbortController().signal;

let seen: (string | null)[];
let good: string[];
let ended: EndReason[];

beforeEach(() => {
  seen = [];
  good = ["first"];
  ended = [];
  const answer = ({ request }: { readonly request: Request }) => {
    const token = request.headers.get("authorization");
    seen.push(token);
    return good.some((one) => token === `Bearer ${one}`) ? HttpResponse.json({ count: 3 }) : problem(401);
  };
  network.use(http.get(`${API}/thing`, answer), http.post(`${API}/thing`, answer));
});
afterEach(() => {
  setAuthState({ kind: "signed-out" });
});

function signedIn() {
  const session = {
    email: "ada@example.com",
    role: "staff" as const,
    accessToken: (refused?: string) => Promise.resolve(refused === undefined ? "first" : "second"),
    end: (reason: EndReason) => ended.push(reason),
  };
  setAuthState({ kind: "signed-in", session });
}

test("an employee's request carries the token", async () => {
  signedIn();
  await expect(getAsEmployee("/thing", Thing, never)).resolves.toEqual({ count: 3 });
  await expect(postAsEmployee("/thing", Thing, "{}")).resolves.toEqual({ count: 3 });
  expect(seen).toEqual(["Bearer first", "Bearer first"]);
});

test("a request to a public route carries no token, even while an employee is signed in", async () => {
  signedIn();
  await expect(get("/thing", Thing, never)).rejects.toMatchObject({ failure: { status: 401 } });
  expect(seen).toEqual([null]);
});

test("a rejected token is renewed, and the request is sent again", async () => {
  signedIn();
  good = ["second"];
  await expect(getAsEmployee("/thing", Thing, never)).resolves.toEqual({ count: 3 });
  expect(seen).toEqual(["Bearer first", "Bearer second"]);
  expect(ended).toEqual([]);
});

test("if the renewed token is rejected too, the session ends without a third request", async () => {
  signedIn();
  good = [];
  await expect(getAsEmployee("/thing", Thing, never)).rejects.toMatchObject({ failure: { status: 401 } });
  expect(seen).toHaveLength(2);
  expect(ended).toEqual(["refused"]);
});

test.each([403, 404, 500])("a response of %d does not end the session", async (status) => {
  signedIn();
  network.use(http.get(`${API}/thing`, () => problem(status)));
  await expect(getAsEmployee("/thing", Thing, never)).rejects.toMatchObject({ failure: { status } });
  expect(ended).toEqual([]);
});

test("no request is sent while no employee is signed in", async () => {
  await expect(getAsEmployee("/thing", Thing, never)).rejects.toMatchObject({ failure: { status: 401 } });
  expect(seen).toEqual([]);
});
