/** Why the order was not placed, or that this is unknown and trying again is safe. */
import { Link } from "wouter";
import type { ApiError } from "../../../api/failure";
import { FailureNotice } from "../../../ui/failure-notice";
import { CONTACT_PATH } from "../../../ui/paths";
import { FIELD_TEXTS } from "../fields";
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
    return (
      <section role="alert" className={styles.notice}>
        <h2 className={styles.title}>We couldn’t accept this order</h2>
        <p>
          We didn’t place your order. Please check{" "}
          {rejected.size === 0 ? "your cart and the form" : names(rejected)}. If everything looks right,{" "}
          <Link href={CONTACT_PATH}>contact us</Link>
          {failure.requestId !== undefined && (
            <>
              {" "}
              and quote <code>{failure.requestId}</code>
            </>
          )}
          .
        </p>
      </section>
    );
  }
  return (
    <>
      <FailureNotice error={error} retry={retry} retrying={retrying} place="inline" />
      <p>You can try again safely; we’ll only take one order.</p>
    </>
  );
}

const names = (rejected: RejectedFields): string =>
  new Intl.ListFormat("en").format([...rejected.keys()].map((field) => FIELD_TEXTS[field].subject));
