/** The failure notice of staff pages: its own text for a missing permission, the customers' notice for the rest. */
import type { ComponentProps } from "react";
import { FailureNotice } from "./failure-notice";
import { rich, t } from "./staff-messages";
import styles from "./failure-notice.module.css";

export function EmployeeFailure(props: ComponentProps<typeof FailureNotice>) {
  const { failure } = props.error;
  if (failure.kind !== "refused" || failure.status !== 403) return <FailureNotice {...props} />;
  return (
    <section className={styles[props.place]} role="alert">
      <h2 className={styles.title}>{t("noAccess")}</h2>
      <p>{t("noAccessText")}</p>
      {failure.requestId !== undefined && (
        <p className={styles.reference}>{rich("quote", { id: <code>{failure.requestId}</code> })}</p>
      )}
    </section>
  );
}
