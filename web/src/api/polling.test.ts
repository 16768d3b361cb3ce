import { expect, test } from "vitest";
import { ApiError, type Failure } from "./failure";
import { isDecided, pollUntilDecided, waitAfter } from "./polling";

const BACKOFF = { firstMs: 500, growth: 1.5, longestMs: 8_000 };

test("the interval grows from the first to the longest", () => {
  const waits = [0, 1, 2, 3, 4, 8, 100].map((answers) => waitAfter(answers, BACKOFF));
  expect(waits).toEqual([500, 500, 750, 1125, 1687.5, 8000, 8000]);
});

test.each([
  [undefined, false],
  ["RUNNING", false],
  ["SUCCEEDED", true],
  ["FAILED", true],
])("a status of `%s` is decided: %s", (status, decided) => {
  expect(isDecided(status === undefined ? undefined : { status })).toBe(decided);
});

const failed = (failure: Failure) => new ApiError(failure, "it failed");
const refused = (status: number) =>
  failed({ kind: "refused", status, type: undefined, pointers: [], requestId: undefined });

test.each<[string, ApiError | null, boolean]>([
  ["a response", null, true],
  ["a server error", refused(503), true],
  ["no network", failed({ kind: "offline" }), true],
  ["not found", refused(404), false],
  ["forbidden", refused(403), false],
])("after %s polling goes on: %s", (_, error, again) => {
  const state = { data: { status: "RUNNING" }, error, dataUpdateCount: 1, errorUpdateCount: 0 };
  expect(pollUntilDecided(BACKOFF).refetchInterval({ state })).toBe(again ? 500 : false);
  expect(pollUntilDecided(BACKOFF, () => true).refetchInterval({ state })).toBe(false);
});
