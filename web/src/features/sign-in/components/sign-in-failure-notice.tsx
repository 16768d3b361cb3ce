/** Why signing in failed, with a way to try again. */
import { Button, ButtonLink } from "../../../ui/button";
import { explain, HelpOffer, requestIdOf } from "../../../ui/failure-notice";
import { PageHeading } from "../../../ui/page-heading";
import { CATALOGUE_PATH } from "../../../ui/paths";
import { t } from "../messages";
import type { SignInFailure } from "../sign-in-failure";
import styles from "./notice.module.css";

interface Props {
  readonly failure: SignInFailure;
  readonly onAgain: () => void;
  /** For an account that is not an employee: signs out at the pool first. */
  readonly onOtherAccount: () => void;
  readonly busy: boolean;
}

export function SignInFailureNotice({ failure, onAgain, onOtherAccount, busy }: Props) {
  const { title, text } = wording(failure);
  const requestId = failure.kind === "request" ? requestIdOf(failure.error.failure) : undefined;
  return (
    <section role="alert" className={styles.notice}>
      <PageHeading title={title}>{title}</PageHeading>
      <p className={styles.text}>{text}</p>
      {requestId !== undefined && (
        <p className={styles.reference}>
          <HelpOffer requestId={requestId} />
        </p>
      )}
      <div className={styles.actions}>
        {failure.kind === "not-an-employee" ? (
          <Button onClick={onOtherAccount} busy={busy}>
            {t("otherAccount")}
          </Button>
        ) : (
          <Button onClick={onAgain} busy={busy}>
            {t("signInAgain")}
          </Button>
        )}
        <ButtonLink href={CATALOGUE_PATH} variant="secondary">
          {t("goToShop")}
        </ButtonLink>
      </div>
    </section>
  );
}

function wording(failure: SignInFailure): { title: string; text: string } {
  const { kind } = failure;
  if (kind === "request") {
    const { title, text } = explain(failure.error.failure);
    return { title, text: t("request.text", { why: text }) };
  }
  // Another failed check is only logged; a wrong clock is something that the employee can fix.
  const wrongClock = kind === "token" && failure.fault === "time";
  return { title: t(`${kind}.title`), text: t(wrongClock ? "token.clock" : `${kind}.text`) };
}
