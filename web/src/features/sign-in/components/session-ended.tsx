/** In the place of a page whose employee is signed out all of a sudden. Its address stays, so nothing of it is lost. */
import { useEffect } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { Ending } from "../../../api/session";
import { Button, ButtonLink } from "../../../ui/button";
import { PageHeading } from "../../../ui/page-heading";
import { CATALOGUE_PATH } from "../../../ui/paths";
import { useTrouble } from "../use-trouble";
import { TroubleNotice } from "./trouble-notice";
import styles from "./trouble-notice.module.css";

export function SessionEnded({ why }: { readonly why: Exclude<Ending, "expired"> }) {
  const { trouble, onAgain, onOtherAccount, busy } = useTrouble();
  const client = useQueryClient();
  // What was fetched for the employee goes with the session.
  useEffect(() => {
    client.clear();
  }, [client]);

  if (trouble !== undefined) return <TroubleNotice {...{ trouble, onAgain, onOtherAccount, busy }} />;
  return (
    <section role="alert" className={styles.notice}>
      <PageHeading title="Signed out">Your session has ended</PageHeading>
      <p className={styles.text}>{WORDS[why]}</p>
      <div className={styles.ways}>
        <Button onClick={onAgain} busy={busy}>
          Sign in again
        </Button>
        <ButtonLink href={CATALOGUE_PATH} look="quiet">
          Go to the shop
        </ButtonLink>
      </div>
    </section>
  );
}

const WORDS: Record<Exclude<Ending, "expired">, string> = {
  elsewhere: "You signed out in another tab. Sign in again to return to this page.",
  refused: "Your sign-in is no longer valid. Sign in again to return to this page.",
};
