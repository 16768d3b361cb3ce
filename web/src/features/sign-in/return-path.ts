/**
 * A page of this site to return to after signing in: path, query and fragment, never another origin.
 *
 * The sign-in's own pages are excluded, since returning to them would loop.
 */
import * as v from "valibot";
import { SIGN_IN_CALLBACK_PATH, SIGNED_OUT_PATH } from "../../ui/paths";

export const ReturnPath = v.pipe(v.string(), v.check(isReturnPath), v.brand("ReturnPath"));
export type ReturnPath = v.InferOutput<typeof ReturnPath>;

/** The current page, or `otherwise` if it cannot be returned to. */
export function returnPathOf(
  location: { readonly pathname: string; readonly search: string; readonly hash: string },
  otherwise: string,
): ReturnPath {
  const here = v.safeParse(ReturnPath, location.pathname + location.search + location.hash);
  return here.success ? here.output : v.parse(ReturnPath, otherwise);
}

/**
 * Checks the URL as the browser resolves it: `//evil.test`, `/\evil.test` and `/⇥/evil.test` all leave the
 * site.
 */
function isReturnPath(text: string): boolean {
  const { origin } = window.location;
  if (!text.startsWith("/") || !URL.canParse(text, origin)) return false;
  const url = new URL(text, origin);
  const { pathname } = url;
  return (
    url.origin === origin &&
    // A path that changes when it is parsed was not in an address bar.
    url.pathname + url.search + url.hash === text &&
    !pathname.startsWith("//") &&
    pathname !== SIGNED_OUT_PATH &&
    pathname !== SIGN_IN_CALLBACK_PATH
  );
}
