/**
 * Shown in place of a staff page without a session: resumes one that a reload has interrupted, or goes to the
 * sign-in page and returns to this URL.
 */
import { useEffect, useState } from "react";
import { PageHeading } from "../../../ui/page-heading";
import { DASHBOARD_PATH } from "../../../ui/paths";
import { t } from "../messages";
import { returnPathOf } from "../return-path";
import { resumeOrPrepareSignIn } from "../sign-in";
import { useSignInFailure } from "../use-sign-in-failure";
import { SignInFailureNotice } from "./sign-in-failure-notice";

export function SignInGate() {
  const { failure, fail, ...actions } = useSignInFailure();
  const [visit, setVisit] = useState(0);

  useEffect(() => {
    let unmounted = false;
    resumeOrPrepareSignIn(returnPathOf(window.location, DASHBOARD_PATH)).then(
      (redirect) => {
        if (!unmounted) redirect?.();
      },
      (error: unknown) => {
        if (!unmounted) fail(error);
      },
    );
    return () => {
      unmounted = true;
    };
  }, [visit, fail]);

  useEffect(() => {
    // Restored from the back/forward cache: start again.
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

/** Shown briefly on the way to or from the pool's page. */
export function SignInProgress({ action }: { readonly action: "sign-in" | "sign-out" }) {
  const title = t(action === "sign-in" ? "signingIn" : "signingOut");
  return (
    <section className="message">
      <PageHeading title={title}>{title}</PageHeading>
      <p role="status">{t("oneMoment")}</p>
    </section>
  );
}
