/** Type tests: `npm run typecheck` reports an error that is not expected, and an expected error that does not occur. */
import * as v from "valibot";
import { expect, test } from "vitest";
import { reads } from "./contract";

interface Wire {
  name: string;
  note?: string;
}

interface Nested {
  items: { name: string; note?: string }[];
}

type Choice = { kind: "a"; note?: string } | { kind: "b" };

test("a parser that agrees with the contract is returned unchanged", () => {
  const schema = v.object({ name: v.string(), note: v.exactOptional(v.string()) });
  expect(reads<Wire>()(schema)).toBe(schema);
});

test("a parser that disagrees with the contract does not compile", () => {
  const note = v.exactOptional(v.string());
  // @ts-expect-error: the contract calls it `name`
  reads<Wire>()(v.object({ title: v.string(), note }));
  // @ts-expect-error: the contract says text
  reads<Wire>()(v.object({ name: v.number(), note }));
  // @ts-expect-error: the contract may leave the note out
  reads<Wire>()(v.object({ name: v.string(), note: v.string() }));
  // @ts-expect-error: the contract never leaves the name out
  reads<Wire>()(v.object({ name: v.exactOptional(v.string()), note }));
});

test("a parser that does not read an optional key does not compile", () => {
  // @ts-expect-error: `note` is not read
  reads<Wire>()(v.object({ name: v.string() }));
  // @ts-expect-error: `note` is not read inside a list
  reads<Nested>()(v.object({ items: v.array(v.object({ name: v.string() })) }));
  const choice = v.variant("kind", [v.object({ kind: v.literal("a") }), v.object({ kind: v.literal("b") })]);
  // @ts-expect-error: `note` is not read in one of two variants
  reads<Choice>()(choice);
});

test("a parser that reads a key that the contract does not have does not compile", () => {
  const note = v.exactOptional(v.string());
  // @ts-expect-error: the contract has no `more`
  reads<Wire>()(v.object({ name: v.string(), note, more: v.exactOptional(v.string()) }));
});
