/** Checks of all catalogues that the compiler cannot do. */
import { describe, expect, test } from "vitest";
import { cataloguesOf } from "../test/messages";
import type { Message } from "./translate";

/** Messages that are the same in both languages. */
const SAME: readonly string[] = ["checkout.name.label", "checkout.optional", "dashboard.status"];

const english = textsOf("en");
const german = textsOf("de");

test("both languages have the same messages", () => {
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  expect(english.size).toBeGreaterThan(80);
});

test("German differs from English", () => {
  const same = [...english].filter(([key, texts]) => String(german.get(key)) === String(texts));
  expect(same.map(([key]) => key).sort()).toEqual([...SAME].sort());
});

describe.each([
  ["English", english],
  ["German", german],
])("%s", (_, catalogue) => {
  test.each([...catalogue])("%s is plain text", (_, texts) => {
    for (const text of texts) {
      expect(text).toBe(text.trim());
      expect(text).not.toBe("");
      // No markup, no entities, no typewriter quotes; braces only around the name of a parameter.
      expect(text).not.toMatch(/[<>"']|&\w+;|\.{3}/u);
      expect(text.replaceAll(/\{\w+\}/gu, "")).not.toMatch(/[{}]/u);
    }
  });
});

test("German addresses the reader formally", () => {
  const informal = [...german].filter(([, texts]) =>
    /\b(?:du|dich|dir|dein\w*|euch|euer\w*)\b/iu.test(String(texts)),
  );
  expect(informal).toEqual([]);
});

/** All texts by message, as in `cart.empty`. */
function textsOf(language: "en" | "de"): Map<string, string[]> {
  const texts = (message: Message) => (typeof message === "string" ? [message] : Object.values(message));
  return new Map(
    Object.entries(cataloguesOf(language)).flatMap(([name, catalogue]) =>
      Object.entries(catalogue).map(([key, message]) => [`${name}.${key}`, texts(message)] as const),
    ),
  );
}
