/** Who counts as an employee: a member of the pool's group of that name. The API has the last word on it. */
import type { Identity } from "./id-token";

/** As the shop's contract calls it. */
const EMPLOYEES_GROUP = "employees";

export const isEmployee = ({ groups }: Identity): boolean => groups.includes(EMPLOYEES_GROUP);
