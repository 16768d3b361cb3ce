/** What must not compile; `npm run typecheck` is the judge, and an expected error that does not come is one. */
import * as v from "valibot";
import { expect, test } from "vitest";
import { reads } from "./contract";

interface Wire {
  name: string;
  note?: string;
}

test("a parser that reads what the contract says is handed back as it is", () => {
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
