/**
 * Signs out here, in other tabs and at the pool, in this order: the tokens are gone even if a later step
 * fails.
 *
 * The refresh token is not revoked: the API has no route for it, and no copy of the token is left.
 */
import { setAuthState, readAuthState } from "../../api/session";
import { leave } from "../../browser/leave";
import { SIGNED_OUT_PATH } from "../../ui/paths";
import { logoutUrl } from "./pool-pages";
import { settings } from "./settings";

const tabs = new BroadcastChannel("quarter-past.signed-out");

export async function signOut(): Promise<void> {
  endSession();
  setAuthState({ kind: "signing-out" });
  tabs.postMessage(null);
  // A page restored from the back/forward cache must not show its content.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) window.location.reload();
  });
  leave(await settings().then(logoutUrl, () => SIGNED_OUT_PATH));
}

tabs.onmessage = endSession;

function endSession(): void {
  const authState = readAuthState();
  if (authState.kind === "signed-in") authState.session.end("elsewhere");
}
