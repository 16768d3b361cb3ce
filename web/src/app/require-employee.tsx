/**
 * Shows its children to employees; whoever is not signed in is taken to the sign-in and back to the same address.
 *
 * A part of the employees' pieces of the bundle, not of the first load. It keeps nobody from anything: that the API
 * answers nobody else is the API's doing.
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
      // Nobody is asked whether they want what they were doing; a sign-in that does not hold is another matter.
      return authState.reason === "expired" ? <SignInGate /> : <SessionEnded reason={authState.reason} />;
  }
}
