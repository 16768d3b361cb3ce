/** The failure of a sign-in, and the actions that a page offers for it. */
import { useCallback, useState } from "react";
import { DASHBOARD_PATH } from "../../ui/paths";
import { returnPathOf, type ReturnPath } from "./return-path";
import { prepareSignIn } from "./sign-in";
import { signOut } from "./sign-out";
import { SignInError, type SignInFailure } from "./sign-in-failure";

export interface SignInFailureActions {
  readonly failure: SignInFailure | undefined;
  readonly fail: (error: unknown) => void;
  /** Signs in again and returns to the same page. */
  readonly onAgain: () => void;
  readonly onOtherAccount: () => void;
  readonly busy: boolean;
}

export function useSignInFailure(): SignInFailureActions {
  const [error, setError] = useState<SignInError>();
  const [crash, setCrash] = useState<Error>();
  const [busy, setBusy] = useState(false);
  // Any other error is a bug, which the error boundary shows.
  if (crash !== undefined) throw crash;

  const fail = useCallback((thrown: unknown) => {
    setBusy(false);
    if (!(thrown instanceof SignInError)) {
      setCrash(new Error("unexpected error while signing in", { cause: thrown }));
      return;
    }
    // eslint-disable-next-line no-console -- the page shows another text; the log needs the details
    console.error(thrown);
    setError(thrown);
  }, []);

  const whileBusy = (work: Promise<void>) => {
    setBusy(true);
    work.catch(fail);
  };
  return {
    failure: error?.failure,
    fail,
    onAgain: () => {
      whileBusy(
        prepareSignIn(returnPath(error)).then((redirect) => {
          redirect();
        }),
      );
    },
    onOtherAccount: () => {
      whileBusy(signOut());
    },
    busy,
  };
}

const returnPath = (error: SignInError | undefined): ReturnPath =>
  error?.returnTo ?? returnPathOf(window.location, DASHBOARD_PATH);
