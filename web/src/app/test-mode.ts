/**
 * Signs in a made-up employee without a user pool, so that staff pages can be developed with
 * `VITE_TEST_MODE=true npm run dev` alone.
 *
 * Exists on the development server only: `main.tsx` imports this module under a condition that is false in a
 * build, and `npm run bundle` fails if the marker below is in the built files.
 */
import { setAuthState } from "../api/session";

/** Also used as the token, which no API accepts. */
const MARKER = "quarter-past-test-mode";

export function enterTestMode(): void {
  setAuthState({
    kind: "signed-in",
    session: {
      email: "employee@test-mode.invalid",
      role: "manager",
      accessToken: () => Promise.resolve(MARKER),
      // The API rejects the token; stay signed in.
      end: () => undefined,
    },
  });
}
