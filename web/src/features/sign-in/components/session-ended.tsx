/** Replaces a staff page whose session has ended. The URL stays the same, so signing in again returns to it. */
import { useEffect } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { EndReason } from "../../../api/session";
import { Button, ButtonLink } from "../../../ui/button";
import { PageHeading } from "../../../ui/page-heading";
import { CATALOGUE_PATH } from "../../../ui/paths";
import { useSignInFailure } from "../use-sign-in-failure";
import { SignInFailureNotice } from "./sign-in-failure-notice";
import styles from "./notice.module.css";

export function SessionEnded({ reason }: { readonly reason: Exclude<EndReason, "expired"> }) {
  const { failure, onAgain, onOtherAccount, busy } = useSignInFailure();
  const client = useQueryClient();
  // Drops the data loaded for the employee.
  useEffect(() => {
    client.clear();
  }, [client]);

  if (failure !== undefined) return <SignInFailureNotice {...{ failure, onAgain, onOtherAccount, busy }} />;
  return (
    <section role="alert" className={styles.notice}>
      <PageHeading title="Signed out">Your session has ended</PageHeading>
      <p className={styles.text}>{TEXTS[reason]}</p>
      <div className={styles.actions}>
        <Button onClick={onAgain} busy={busy}>
          Sign in again
        </Button>
        <ButtonLink href={CATALOGUE_PATH} variant="secondary">
          Go to the shop
        </ButtonLink>
      </div>
    </section>
  );
}

const TEXTS: Record<Exclude<EndReason, "expired">, string> = {
  elsewhere: "You signed out in another tab. Sign in again to return to this page.",
  refused: "Your sign-in is no longer valid. Sign in again to return to this page.",
};
