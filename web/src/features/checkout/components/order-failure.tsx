/** Why the order was not placed, or that this is unknown and trying again is safe. */
import { Link } from "wouter";
import type { ApiError } from "../../../api/failure";
import { FailureNotice } from "../../../ui/failure-notice";
import { t as ui } from "../../../ui/messages";
import { CONTACT_PATH } from "../../../ui/paths";
import { locale } from "../../../ui/language";
import { subjectOf } from "../fields";
import { rich, t } from "../messages";
import type { RejectedFields } from "../rejected-fields";
import styles from "./order-failure.module.css";

interface Props {
  readonly error: ApiError;
  readonly rejected: RejectedFields;
  readonly retry: () => void;
  readonly retrying: boolean;
}

export function OrderFailure({ error, rejected, retry, retrying }: Props) {
  const { failure } = error;
  if (failure.kind === "refused" && failure.status < 500 && failure.status !== 429) {
    const what = rejected.size === 0 ? t("cartAndForm") : names(rejected);
    const contact = <Link href={CONTACT_PATH}>{ui("contactUs")}</Link>;
    return (
      <section role="alert" className={styles.notice}>
        <h2 className={styles.title}>{t("notAccepted")}</h2>
        <p>
          {failure.requestId === undefined
            ? rich("notAcceptedText", { what, contact })
            : rich("notAcceptedTextQuote", { what, contact, id: <code>{failure.requestId}</code> })}
        </p>
      </section>
    );
  }
  return (
    <>
      <FailureNotice error={error} retry={retry} retrying={retrying} place="inline" />
      <p>{t("tryAgainSafely")}</p>
    </>
  );
}

const names = (rejected: RejectedFields): string =>
  new Intl.ListFormat(locale()).format([...rejected.keys()].map(subjectOf));
