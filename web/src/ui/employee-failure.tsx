/**
 * What went wrong where employees work. They are told what a customer is never asked to care about: that they may not see
 * something. For the rest, and for trying again, it is the notice that everyone gets.
 */
import type { ComponentProps } from "react";
import { FailureNotice } from "./failure-notice";
import styles from "./failure-notice.module.css";

export function EmployeeFailure(props: ComponentProps<typeof FailureNotice>) {
  const { failure } = props.error;
  if (failure.kind !== "refused" || failure.status !== 403) return <FailureNotice {...props} />;
  return (
    <section className={styles[props.place]} role="alert">
      <h2 className={styles.title}>This is not yours to see</h2>
      <p>
        You are signed in, but your account is not among the employees&rsquo;. Whoever runs the shop can add
        it; sign in again afterwards.
      </p>
      {failure.requestId !== undefined && (
        <p className={styles.reference}>
          If you write to them about it, mention <code>{failure.requestId}</code>.
        </p>
      )}
    </section>
  );
}
