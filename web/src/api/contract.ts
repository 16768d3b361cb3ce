/**
 * Ties a parser to the type that the OpenAPI document gives for the same data. Types only.
 *
 * Invariant: a parser reads every key of the contract, optional ones included, and no other. A contract that changes fails
 * `npm run typecheck` instead of losing data in a browser: `v.object` drops the keys that it does not name.
 */

import type { GenericSchema, InferInput } from "valibot";

/** Returns `schema`, provided that its input is exactly the contract's type `Wire`. */
export const reads =
  <Wire>() =>
  <S extends GenericSchema>(schema: S & (IsSame<InferInput<S>, Wire> extends true ? unknown : never)): S =>
    schema;

/** The same keys at every depth, and each type assignable to the other. */
type IsSame<A, B> = IsMutual<A, B> extends true ? IsMutual<AllRequired<A>, AllRequired<B>> : false;

/** Ignores optional keys that only one of the two has: both directions are assignable without them. */
type IsMutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Makes optional keys required at every depth, so that a missing key is not assignable. */
export type AllRequired<T> = T extends object ? { [K in keyof T]-?: AllRequired<T[K]> } : T;
