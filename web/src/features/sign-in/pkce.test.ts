import { expect, test } from "vitest";
import { codeChallenge, newSecret } from "./pkce";

test("the challenge of a verifier is the one of RFC 7636, appendix B", async () => {
  expect(await codeChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe(
    "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  );
});

test("a secret is as long as a verifier must be and needs no escaping in a URL", () => {
  expect(newSecret()).toMatch(/^[\w-]{43}$/);
});
