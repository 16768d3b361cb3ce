import { expect, test } from "vitest";
import { isDecided, waitAfter } from "./check-submission";
import type { SubmissionStatus } from "./order";

test("the waiting grows from half a second to eight", () => {
  const waits = [0, 1, 2, 3, 4, 8, 100].map(waitAfter);
  expect(waits).toEqual([500, 500, 750, 1125, 1687.5, 8000, 8000]);
});

test.each<[SubmissionStatus, boolean]>([
  [{ status: "RUNNING", orderId: "1" }, false],
  [{ status: "SUCCEEDED", orderId: "1" }, true],
  [{ status: "FAILED", orderId: "1", error: { code: "Internal" } }, true],
])("$status decides it: %s", (status, decided) => {
  expect(isDecided(status)).toBe(decided);
});

test("before the first answer, nothing is decided", () => {
  expect(isDecided(undefined)).toBe(false);
});
