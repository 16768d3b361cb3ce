/** The page that the pool redirects to after a sign-in. Shown briefly, or with the failure. */
import { useEffect } from "react";
import { useLocation, useSearch } from "wouter";
import { SignInProgress } from "../components/sign-in-gate";
import { SignInFailureNotice } from "../components/sign-in-failure-notice";
import { finishSignIn } from "../sign-in";
import { useSignInFailure } from "../use-sign-in-failure";

export function CallbackPage() {
  const { failure, fail, ...actions } = useSignInFailure();
  const query = useSearch();
  const [, navigate] = useLocation();

  useEffect(() => {
    let unmounted = false;
    finishSignIn(query).then(
      (returnTo) => {
        // Replaces the history entry, so that going back does not lead here.
        if (!unmounted) navigate(returnTo, { replace: true });
      },
      (error: unknown) => {
        if (!unmounted) fail(error);
      },
    );
    return () => {
      unmounted = true;
    };
  }, [query, navigate, fail]);

  return failure === undefined ? (
    <SignInProgress action="sign-in" />
  ) : (
    <SignInFailureNotice failure={failure} {...actions} />
  );
}
