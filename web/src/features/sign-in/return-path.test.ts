import * as fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { ReturnPath, returnPathOf } from "./return-path";

const accepts = (text: string) => v.is(ReturnPath, text);

test.each([
  ["/"],
  ["/dashboard"],
  ["/dashboard?status=REJECTED&from=2026-11-01#top"],
  ["/dashboard/orders/019ac3f0-0000-7000-8000-000000000001"],
  ["/a%2Fb?next=https://evil.test"],
])("%s is a page to come back to", (path) => {
  expect(accepts(path)).toBe(true);
});

test.each([
  [""],
  ["dashboard"],
  ["https://evil.test/"],
  ["//evil.test"],
  ["///evil.test"],
  ["/\\evil.test"],
  ["/\t/evil.test"],
  ["/\n/evil.test"],
  ["/..//evil.test"],
  ["/./\\evil.test"],
  ["\\\\evil.test"],
  ["javascript:alert(1)"],
  ["/dashboard/../../etc"],
  ["/with a space"],
  ["/sign-in/callback?code=1&state=2"],
  ["/signed-out"],
])("%j is none", (path) => {
  expect(accepts(path)).toBe(false);
});

/** Whatever may confuse somebody who reads an address. */
const crafted = fc
  .array(
    fc.constantFrom("/", "\\", "..", ".", "@", ":", "?", "#", "%2f", "%5c", "\t", "\n", "evil.test", "http"),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));
const anything = fc.oneof(
  fc.string(),
  fc.webUrl(),
  crafted,
  crafted.map((text) => `/${text}`),
);

test("what is accepted never leaves the site, however a browser is told to go there", () => {
  fc.assert(
    fc.property(anything, (text) => {
      if (!accepts(text)) return;
      const { origin } = window.location;
      expect(new URL(text, origin).origin).toBe(origin);
      expect(new URL(text, `${origin}/sign-in/callback`).href).toBe(origin + text);
      window.history.replaceState(null, "", text);
      expect(window.location.origin).toBe(origin);
    }),
    { numRuns: 2000 },
  );
});

test("whatever page the browser shows, its address is one to come back to, or the sign-in's own", () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), fc.webFragments(), (path, query, fragment) => {
      const { pathname, search, hash } = new URL(
        `${path.startsWith("//") ? "" : path}?${query}#${fragment}`,
        window.location.origin,
      );
      if (pathname.startsWith("//")) return;
      expect(returnPathOf({ pathname, search, hash }, "/dashboard")).toBe(pathname + search + hash);
    }),
  );
});

test("from the sign-in's own pages one comes back to somewhere else", () => {
  const callback = { pathname: "/sign-in/callback", search: "?code=1", hash: "" };
  expect(returnPathOf(callback, "/dashboard")).toBe("/dashboard");
});
