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
])("%s can be returned to", (path) => {
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
])("%j cannot be returned to", (path) => {
  expect(accepts(path)).toBe(false);
});

/** Parts that may confuse a URL parser. */
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

test("an accepted path never leaves the site, however it is resolved", () => {
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

test("any page of the site can be returned to, except those of the sign-in", () => {
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

test("the sign-in's own pages are replaced by the default", () => {
  const callback = { pathname: "/sign-in/callback", search: "?code=1", hash: "" };
  expect(returnPathOf(callback, "/dashboard")).toBe("/dashboard");
});
