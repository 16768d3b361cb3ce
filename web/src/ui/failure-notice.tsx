/**
 * Shows why a request failed and offers to try again. The texts depend on the kind of failure and
 * the problem type: no text of a server is shown.
 */
import { Link } from "wouter";
import type { ApiError, Failure } from "../api/failure";
import { Button } from "./button";
import { rich, t } from "./messages";
import { CONTACT_PATH } from "./paths";
import { useFocusHandover } from "./use-focus-handover";
import styles from "./failure-notice.module.css";

interface Props {
  readonly error: ApiError;
  readonly retry: () => void;
  readonly retrying: boolean;
  /** `page`: the notice is all that the page shows. `inline`: the page still shows what it showed before. */
  readonly place: "page" | "inline";
}

export function FailureNotice({ error, retry, retrying, place }: Props) {
  const notice = useFocusHandover<HTMLElement>();
  const { title, text } = explain(error.failure);
  const requestId = requestIdOf(error.failure);
  return (
    <section ref={notice} className={styles[place]} role="alert">
      <h2 className={styles.title}>{title}</h2>
      <p>{text}</p>
      {error.failure.kind !== "offline" && (
        <p className={styles.reference}>
          <HelpOffer requestId={requestId} />
        </p>
      )}
      {/* Beside other content, that content has the page's primary button. */}
      <Button onClick={retry} busy={retrying} variant={place === "page" ? "primary" : "secondary"}>
        {t("tryAgain")}
      </Button>
    </section>
  );
}

/** Offers the contact page, and the request ID to quote if there is one. */
export function HelpOffer({ requestId }: { readonly requestId: string | undefined }) {
  const contact = <Link href={CONTACT_PATH}>{t("contactUs")}</Link>;
  return requestId === undefined
    ? rich("ifItKeepsHappening", { contact })
    : rich("ifItKeepsHappeningQuote", { contact, id: <code>{requestId}</code> });
}

/** The texts of a failure, for pages that lay them out differently. */
export function explain(failure: Failure): { title: string; text: string } {
  const kind = isBusy(failure) ? "busy" : failure.kind;
  return { title: t(`${kind}.title`), text: t(`${kind}.text`) };
}

/** The gateway's own responses have a status but no problem type. */
const isBusy = (failure: Failure): boolean =>
  failure.kind === "refused" && (failure.type === "/problems/too-many-requests" || failure.status === 429);

export function requestIdOf(failure: Failure): string | undefined {
  return "requestId" in failure ? failure.requestId : undefined;
}
