/** Where the pool sends the employee back to. Seen for a moment, or for as long as something is wrong. */
import { useEffect } from "react";
import { useLocation, useSearch } from "wouter";
import { OnTheWay } from "../components/gate";
import { TroubleNotice } from "../components/trouble-notice";
import { finishSignIn } from "../sign-in";
import { useTrouble } from "../use-trouble";

export function CallbackPage() {
  const { trouble, fail, ...ways } = useTrouble();
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

  return trouble === undefined ? <OnTheWay to="in" /> : <TroubleNotice trouble={trouble} {...ways} />;
}
