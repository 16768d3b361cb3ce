/**
 * Ties a parser to the type that the OpenAPI document gives for the same thing.
 *
 * Types only. A parser that wants more, less or something else than the contract says does not compile, so a
 * changed contract shows up in `npm run typecheck` and not in a customer's browser.
 */
import type { GenericSchema, InferInput } from "valibot";

/** Hands back `schema`, provided that it reads exactly what the contract calls `Wire`. */
export const reads =
  <Wire>() =>
  <S extends GenericSchema>(schema: S & (Equal<InferInput<S>, Wire> extends true ? unknown : never)): S =>
    schema;

/** Assignable in both directions. What the contract makes optional, a parser may do without. */
type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
