import { expect, test } from "vitest";
import { base64url, secret, sha256 } from "./base64url";

test("the challenge of a verifier is the one of RFC 7636, appendix B", async () => {
  const digest = await sha256("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
  expect(base64url(digest)).toBe("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
});

test("what an address would take for something else does not occur", () => {
  expect(base64url(Uint8Array.of(0xfb, 0xff, 0xfe, 0xff))).toBe("-__-_w");
});

test("a secret is as long as a verifier has to be", () => {
  expect(secret()).toMatch(/^[\w-]{43}$/);
});
