/** What has kept somebody from signing in, and what a page can do about it. */
import { useCallback, useState } from "react";
import { DASHBOARD_PATH } from "../../ui/paths";
import { returnPathOf, type ReturnPath } from "./return-path";
import { prepareSignIn } from "./sign-in";
import { signOut } from "./sign-out";
import { SignInError, type SignInFailure } from "./sign-in-failure";

export interface SignInFailureActions {
  readonly failure: SignInFailure | undefined;
  readonly fail: (error: unknown) => void;
  /** Once more, to come back to the page that was wanted. */
  readonly onAgain: () => void;
  readonly onOtherAccount: () => void;
  readonly busy: boolean;
}

export function useSignInFailure(): SignInFailureActions {
  const [error, setError] = useState<SignInError>();
  const [crash, setCrash] = useState<Error>();
  const [busy, setBusy] = useState(false);
  // For the error boundary above: what is no failure of a sign-in is a mistake of ours.
  if (crash !== undefined) throw crash;

  const fail = useCallback((thrown: unknown) => {
    setBusy(false);
    if (!(thrown instanceof SignInError)) {
      setCrash(new Error("signing in failed in a way that nobody has thought of", { cause: thrown }));
      return;
    }
    // eslint-disable-next-line no-console -- the page says it in other words; these are for who runs the shop
    console.error(thrown);
    setError(thrown);
  }, []);

  const during = (work: Promise<void>) => {
    setBusy(true);
    work.catch(fail);
  };
  return {
    failure: error?.failure,
    fail,
    onAgain: () => {
      during(
        prepareSignIn(wanted(error)).then((redirect) => {
          redirect();
        }),
      );
    },
    onOtherAccount: () => {
      during(signOut());
    },
    busy,
  };
}

const wanted = (error: SignInError | undefined): ReturnPath =>
  error?.returnTo ?? returnPathOf(window.location, DASHBOARD_PATH);
