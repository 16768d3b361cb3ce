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
  ["a server that does not answer", { kind: "unreachable" }, true],
  ["a server that takes too long", { kind: "timeout" }, true],
  ["an error of the server", refused(503), true],
  ["a queue", refused(429), true],
  ["a bad request", refused(400), false],
  ["a missing thing", refused(404), false],
  ["a browser without a network", { kind: "offline" }, false],
  ["an answer nobody understands", { kind: "unreadable", requestId: undefined }, false],
  ["a site that is not set up", { kind: "config" }, false],
])("whether to try again by oneself: %s", (_, failure, expected) => {
  expect(new ApiError(failure, "").isTransient).toBe(expected);
});
