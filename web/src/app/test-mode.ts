/**
 * A fictitious employee, signed in without a pool, so that the employees' pages can be worked on with nothing but
 * `VITE_TEST_MODE=true npm run dev`.
 *
 * It exists on the development server only. A build has no trace of it, whatever its environment says: `main.tsx` asks
 * for it under a condition that is false there, and `npm run bundle` looks for the marker below in what was built.
 */
import { setAuthState } from "../api/session";

/** Stands for the token too: no API takes it. */
const MARKER = "quarter-past-test-mode";

export function enterTestMode(): void {
  setAuthState({
    kind: "signed-in",
    session: {
      email: "nobody@test-mode.invalid",
      accessToken: () => Promise.resolve(MARKER),
      // An API that takes no such token changes nothing.
      end: () => undefined,
    },
  });
}
