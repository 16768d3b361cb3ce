/** Who is an employee: a member of this group of the pool. The API decides. */
import type { Identity } from "./id-token";

/** The name in the contract. */
const EMPLOYEES_GROUP = "employees";

export const isEmployee = ({ groups }: Identity): boolean => groups.includes(EMPLOYEES_GROUP);
