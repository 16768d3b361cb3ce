import { expect, test } from "vitest";
import { ApiError, type Failure } from "./failure";

const refused = (status: number): Failure => ({
  kind: "refused",
  status,
  type: undefined,
  pointers: [],
  requestId: undefined,
});

test.each<[string, Failure, boolean]>([
  ["no response", { kind: "unreachable" }, true],
  ["a timeout", { kind: "timeout" }, true],
  ["a server error", refused(503), true],
  ["too many requests", refused(429), true],
  ["a bad request", refused(400), false],
  ["not found", refused(404), false],
  ["an offline browser", { kind: "offline" }, false],
  ["a response that does not match the contract", { kind: "unreadable", requestId: undefined }, false],
  ["invalid settings", { kind: "config" }, false],
])("whether a failure is transient: %s", (_, failure, expected) => {
  expect(new ApiError(failure, "").isTransient).toBe(expected);
});
