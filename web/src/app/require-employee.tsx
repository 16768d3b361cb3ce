/**
 * Shows its children to employees; whoever is not signed in is taken to the sign-in and back to the same address.
 *
 * A part of the employees' pieces of the bundle, not of the first load. It keeps nobody from anything: that the API
 * answers nobody else is the API's doing.
 */
import type { ReactNode } from "react";
import { Gate, OnTheWay } from "../features/sign-in/components/gate";
import { SessionEnded } from "../features/sign-in/components/session-ended";
import { useStanding } from "../features/sign-in/use-standing";

export function RequireEmployee({ children }: { readonly children: ReactNode }) {
  const standing = useStanding();
  switch (standing.kind) {
    case "in":
      return children;
    case "leaving":
      return <OnTheWay to="out" />;
    case "out":
      return <Gate />;
    case "ended":
      // Nobody is asked whether they want what they were doing; a sign-in that does not hold is another matter.
      return standing.why === "expired" ? <Gate /> : <SessionEnded why={standing.why} />;
  }
}
