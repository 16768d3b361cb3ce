import { expect, test } from "vitest";
import type { Failure } from "../api/failure";
import { explain } from "./failure-notice";

const refused = (status: number, type?: string): Failure => ({
  kind: "refused",
  status,
  type,
  pointers: [],
  requestId: undefined,
});

test("the text of a refusal depends on the problem type", () => {
  expect(explain(refused(503, "/problems/too-many-requests")).title).toBe("We’re very busy right now");
  expect(explain(refused(503, "/problems/unavailable")).title).toBe("Something went wrong on our end");
});

test("without a problem type, the text depends on the status", () => {
  expect(explain(refused(429)).title).toBe("We’re very busy right now");
  expect(explain(refused(500)).title).toBe("Something went wrong on our end");
});
