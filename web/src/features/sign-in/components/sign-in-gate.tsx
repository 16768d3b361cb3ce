/**
 * Stands where an employee's page will be: goes on with a session that a reload has interrupted, or takes whoever comes
 * to the sign-in, and from there back to this address.
 */
import { useEffect, useState } from "react";
import { PageHeading } from "../../../ui/page-heading";
import { DASHBOARD_PATH } from "../../../ui/paths";
import { returnPathOf } from "../return-path";
import { resumeOrPrepareSignIn } from "../sign-in";
import { useSignInFailure } from "../use-sign-in-failure";
import { SignInFailureNotice } from "./sign-in-failure-notice";

export function SignInGate() {
  const { failure, fail, ...actions } = useSignInFailure();
  const [visit, setVisit] = useState(0);

  useEffect(() => {
    let gone = false;
    resumeOrPrepareSignIn(returnPathOf(window.location, DASHBOARD_PATH)).then(
      (redirect) => {
        if (!gone) redirect?.();
      },
      (error: unknown) => {
        if (!gone) fail(error);
      },
    );
    return () => {
      gone = true;
    };
  }, [visit, fail]);

  useEffect(() => {
    // Put aside by the browser on the way out, and taken out again by its way back.
    const again = ({ persisted }: PageTransitionEvent) => {
      if (persisted) setVisit((count) => count + 1);
    };
    window.addEventListener("pageshow", again);
    return () => {
      window.removeEventListener("pageshow", again);
    };
  }, []);

  return failure === undefined ? (
    <SignInProgress action="sign-in" />
  ) : (
    <SignInFailureNotice failure={failure} {...actions} />
  );
}

/** Seen for a moment, on the way to or from the pool's page. */
export function SignInProgress({ action }: { readonly action: "sign-in" | "sign-out" }) {
  const title = action === "sign-in" ? "Signing you in" : "Signing you out";
  return (
    <section className="message">
      <PageHeading title={title}>{title}</PageHeading>
      <p role="status">One moment.</p>
    </section>
  );
}
