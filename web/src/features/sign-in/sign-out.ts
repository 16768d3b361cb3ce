/**
 * Signs out here, in the other tabs, and at the pool, in this order: whatever happens on the way, the tokens are gone.
 *
 * Absent: revoking the refresh token. The API has no route for it, and nobody has the token any more.
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
  // A page that the browser has put aside comes back as it was left; what it shows must not.
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
