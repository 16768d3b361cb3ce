/** Why the order was not placed, or that nobody knows whether it was, and that another try is safe. */
import type { ApiError } from "../../../api/failure";
import { FailureNotice } from "../../../ui/failure-notice";
import { PRESENTATIONS } from "../fields";
import type { Refused } from "../refused";
import styles from "./placing-failure.module.css";

interface Props {
  readonly error: ApiError;
  readonly refused: Refused;
  readonly retry: () => void;
  readonly retrying: boolean;
}

export function PlacingFailure({ error, refused, retry, retrying }: Props) {
  const { failure } = error;
  if (failure.kind === "refused" && failure.status < 500 && failure.status !== 429) {
    return (
      <section role="alert" className={styles.refused}>
        <h2 className={styles.title}>The shop did not take this order</h2>
        <p>
          Nothing was ordered. Look{" "}
          {refused.size === 0 ? "through your cart and the form" : `at ${names(refused)}`} once more; if all
          of it is as it should be, write to us.
        </p>
        {failure.requestId !== undefined && (
          <p className={styles.reference}>
            Mention <code>{failure.requestId}</code> then.
          </p>
        )}
      </section>
    );
  }
  return (
    <>
      <FailureNotice error={error} retry={retry} retrying={retrying} place="inline" />
      <p>However often you try, it will be ordered once.</p>
    </>
  );
}

const names = (refused: Refused): string =>
  new Intl.ListFormat("en").format([...refused.keys()].map((field) => PRESENTATIONS[field].subject));
