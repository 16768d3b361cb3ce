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

test("an attempt can be redeemed once", () => {
  const attempt = begin();
  expect(redeem(attempt.state)).toEqual({ kind: "valid", attempt });
  expect(redeem(attempt.state)).toEqual({ kind: "used", returnTo: DASHBOARD });
  expect(redeem(attempt.state)).toEqual({ kind: "used", returnTo: DASHBOARD });
});

test("a foreign state is unknown and does not use up the attempt", () => {
  const attempt = begin();
  expect(redeem(newAttempt(DASHBOARD).state)).toEqual({ kind: "unknown" });
  expect(redeem("")).toEqual({ kind: "unknown" });
  expect(redeem(attempt.state)).toMatchObject({ kind: "valid" });
});

test("without an attempt, every state is unknown", () => {
  expect(redeem(newAttempt(DASHBOARD).state)).toEqual({ kind: "unknown" });
});

test("a later attempt replaces the earlier one", () => {
  const first = begin();
  const second = begin();
  expect(redeem(first.state)).toEqual({ kind: "unknown" });
  expect(redeem(second.state)).toMatchObject({ kind: "valid" });
});

test.each([
  ["within the hour", HOUR - 1000, "valid"],
  ["after an hour", HOUR + 1000, "expired"],
  ["before its start", -HOUR, "expired"],
])("a response %s", (_, later, kind) => {
  const { state, begunAt } = begin();
  expect(redeem(state, begunAt + later).kind).toBe(kind);
});

test("attempts share no secrets", () => {
  const secrets = Array.from({ length: 50 }, () => newAttempt(DASHBOARD)).flatMap(
    ({ state, nonce, verifier }) => [state, nonce, verifier],
  );
  expect(new Set(secrets).size).toBe(150);
});

test.each([
  ["nothing", ""],
  ["not JSON", "{"],
  ["a page of another site", { returnTo: "//evil.test" }],
  ["an absolute URL of another site", { returnTo: "https://evil.test/" }],
  ["a weak verifier", { verifier: "short" }],
])("an invalid stored attempt is ignored: %s", (_, overrides) => {
  const attempt = begin();
  const text = typeof overrides === "string" ? overrides : JSON.stringify({ ...attempt, ...overrides });
  sessionStorage.setItem("quarter-past.sign-in", text);
  expect(redeem(attempt.state)).toEqual({ kind: "unknown" });
});
