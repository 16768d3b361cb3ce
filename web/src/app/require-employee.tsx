/**
 * Shows its children to employees. Others are sent to sign in and return to the same URL afterwards.
 *
 * This is not access control: the API checks each request itself.
 */
import type { ReactNode } from "react";
import { SignInGate, SignInProgress } from "../features/sign-in/components/sign-in-gate";
import { SessionEnded } from "../features/sign-in/components/session-ended";
import { useAuthState } from "../features/sign-in/use-auth-state";

export function RequireEmployee({ children }: { readonly children: ReactNode }) {
  const authState = useAuthState();
  switch (authState.kind) {
    case "signed-in":
      return children;
    case "signing-out":
      return <SignInProgress action="sign-out" />;
    case "signed-out":
      return <SignInGate />;
    case "ended":
      // An expired session signs in again by itself; other reasons need a decision.
      return authState.reason === "expired" ? <SignInGate /> : <SessionEnded reason={authState.reason} />;
  }
}
