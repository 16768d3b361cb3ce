/** Where the pool sends the employee back to. Seen for a moment, or for as long as something is wrong. */
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
    let gone = false;
    finishSignIn(query).then(
      (returnTo) => {
        // In the place of this address: it has done its work, and the way back should not lead to it.
        if (!gone) navigate(returnTo, { replace: true });
      },
      (error: unknown) => {
        if (!gone) fail(error);
      },
    );
    return () => {
      gone = true;
    };
  }, [query, navigate, fail]);

  return failure === undefined ? (
    <SignInProgress action="sign-in" />
  ) : (
    <SignInFailureNotice failure={failure} {...actions} />
  );
}
