import * as v from "valibot";
import { expect, test } from "vitest";
import { keepAttempt, newAttempt, redeem } from "./attempt";
import { ReturnPath } from "./return-path";

const DASHBOARD = v.parse(ReturnPath, "/dashboard?status=PENDING");
const HOUR = 60 * 60 * 1000;

function begin() {
  const attempt = newAttempt(DASHBOARD);
  keepAttempt(attempt);
  return attempt;
}

test("what was begun is finished once", () => {
  const attempt = begin();
  expect(redeem(attempt.state)).toEqual({ kind: "valid", attempt });
  expect(redeem(attempt.state)).toEqual({ kind: "used", returnTo: DASHBOARD });
  expect(redeem(attempt.state)).toEqual({ kind: "used", returnTo: DASHBOARD });
});

test("somebody else's answer is not ours, and does not spend what is", () => {
  const attempt = begin();
  expect(redeem(newAttempt(DASHBOARD).state)).toEqual({ kind: "unknown" });
  expect(redeem("")).toEqual({ kind: "unknown" });
  expect(redeem(attempt.state)).toMatchObject({ kind: "valid" });
});

test("nothing was begun, so nothing is finished", () => {
  expect(redeem(newAttempt(DASHBOARD).state)).toEqual({ kind: "unknown" });
});

test("the later attempt takes the place of the earlier", () => {
  const first = begin();
  const second = begin();
  expect(redeem(first.state)).toEqual({ kind: "unknown" });
  expect(redeem(second.state)).toMatchObject({ kind: "valid" });
});

test.each([
  ["within the hour", HOUR - 1000, "valid"],
  ["after it", HOUR + 1000, "expired"],
  ["before it was begun", -HOUR, "expired"],
])("an answer %s", (_, later, kind) => {
  const { state, begunAt } = begin();
  expect(redeem(state, begunAt + later).kind).toBe(kind);
});

test("no two attempts have a secret in common", () => {
  const secrets = Array.from({ length: 50 }, () => newAttempt(DASHBOARD)).flatMap(
    ({ state, nonce, verifier }) => [state, nonce, verifier],
  );
  expect(new Set(secrets).size).toBe(150);
});

test.each([
  ["nothing", ""],
  ["no JSON", "{"],
  ["a page of another site", { returnTo: "//evil.test" }],
  ["a page of another site in full", { returnTo: "https://evil.test/" }],
  ["a verifier that anyone could guess", { verifier: "short" }],
])("what the tab has kept is not trusted: %s", (_, overrides) => {
  const attempt = begin();
  const text = typeof overrides === "string" ? overrides : JSON.stringify({ ...attempt, ...overrides });
  sessionStorage.setItem("quarter-past.sign-in", text);
  expect(redeem(attempt.state)).toEqual({ kind: "unknown" });
});
