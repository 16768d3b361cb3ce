/** The name of an employee; where the sign-in has none, the beginning of the ID. */
import type { Actor } from "../../api/orders/order";

export const nameOf = ({ sub, name }: Actor): string => name ?? sub.slice(0, 8);
