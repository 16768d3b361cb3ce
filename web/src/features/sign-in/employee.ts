/** What a user may do, by their groups in the pool. The API decides. */
import type { Role } from "../../api/session";
import type { Identity } from "./id-token";

/** The names in the contract. */
const STAFF_GROUP = "staff";
const MANAGER_GROUP = "manager";
/** The former name of the group of staff. */
const EMPLOYEES_GROUP = "employees";

/** The role of an employee; `undefined` for a user who is not one. */
export function roleOf({ groups }: Pick<Identity, "groups">): Role | undefined {
  if (groups.includes(MANAGER_GROUP)) return "manager";
  return groups.includes(STAFF_GROUP) || groups.includes(EMPLOYEES_GROUP) ? "staff" : undefined;
}
