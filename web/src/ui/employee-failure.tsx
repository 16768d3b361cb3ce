/** The failure notice of staff pages: its own text for a missing permission, the customers' notice for the rest. */
import type { ComponentProps } from "react";
import { FailureNotice } from "./failure-notice";
import styles from "./failure-notice.module.css";

export function EmployeeFailure(props: ComponentProps<typeof FailureNotice>) {
  const { failure } = props.error;
  if (failure.kind !== "refused" || failure.status !== 403) return <FailureNotice {...props} />;
  return (
    <section className={styles[props.place]} role="alert">
      <h2 className={styles.title}>You don&rsquo;t have access</h2>
      <p>Your account doesn&rsquo;t have staff access. Ask an administrator, then sign in again.</p>
      {failure.requestId !== undefined && (
        <p className={styles.reference}>
          Quote <code>{failure.requestId}</code> when you ask.
        </p>
      )}
    </section>
  );
}
