/**
 * A page of this site to come back to after signing in: path, query and fragment, and never another origin.
 *
 * The pages of the sign-in itself are none: whoever came back to one of them would be sent round in circles.
 */
import * as v from "valibot";
import { SIGN_IN_CALLBACK_PATH, SIGNED_OUT_PATH } from "../../ui/paths";

export const ReturnPath = v.pipe(v.string(), v.check(isReturnPath), v.brand("ReturnPath"));
export type ReturnPath = v.InferOutput<typeof ReturnPath>;

/** The page that `location` shows, or `otherwise` where that is none to come back to. */
export function returnPathOf(
  location: { readonly pathname: string; readonly search: string; readonly hash: string },
  otherwise: string,
): ReturnPath {
  const here = v.safeParse(ReturnPath, location.pathname + location.search + location.hash);
  return here.success ? here.output : v.parse(ReturnPath, otherwise);
}

/** As the browser reads it, not as it looks: `//evil.test`, `/\evil.test` and `/⇥/evil.test` all leave the site. */
function isReturnPath(text: string): boolean {
  const { origin } = window.location;
  if (!text.startsWith("/") || !URL.canParse(text, origin)) return false;
  const url = new URL(text, origin);
  const { pathname } = url;
  return (
    url.origin === origin &&
    // What changes by being read is not what somebody's address bar has shown.
    url.pathname + url.search + url.hash === text &&
    !pathname.startsWith("//") &&
    pathname !== SIGNED_OUT_PATH &&
    pathname !== SIGN_IN_CALLBACK_PATH
  );
}
