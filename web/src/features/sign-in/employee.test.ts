import { expect, test } from "vitest";
import { roleOf } from "./employee";

test.each([
  [["staff"], "staff"],
  [["employees"], "staff"],
  [["manager"], "manager"],
  [["owners", "staff", "manager"], "manager"],
  [[], undefined],
  [["managers", "ex-staff", "Staff"], undefined],
])("a member of %j has the role %s", (groups, role) => {
  expect(roleOf({ groups })).toBe(role);
});
