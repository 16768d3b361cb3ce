/** Replaces a staff page whose session has ended. The URL stays the same, so signing in again returns to it. */
import { useEffect } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { EndReason } from "../../../api/session";
import { Button, ButtonLink } from "../../../ui/button";
import { PageHeading } from "../../../ui/page-heading";
import { CATALOGUE_PATH } from "../../../ui/paths";
import { t } from "../messages";
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
      <PageHeading title={t("signedOut")}>{t("sessionEnded")}</PageHeading>
      <p className={styles.text}>{t(`ended.${reason}`)}</p>
      <div className={styles.actions}>
        <Button onClick={onAgain} busy={busy}>
          {t("signInAgain")}
        </Button>
        <ButtonLink href={CATALOGUE_PATH} variant="secondary">
          {t("goToShop")}
        </ButtonLink>
      </div>
    </section>
  );
}
