/** The shop's mark: a cookie that tells the time, with a quarter bitten off. The favicon is the same drawing. */
import styles from "./mark.module.css";

export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        className={styles.cookie}
        d="M16 2a14 14 0 1 0 14 14c-1.2-.9-2.9-.5-3.6.8-.6-1.6-2.6-2.2-4-1.1-.5-1.5-2.3-2.1-3.6-1.2-.9.3-1.7-.4-1.6-1.3 1.2-.8 1.3-2.6.2-3.6 1.3-1 1.2-3.1-.3-3.9C18.300 5 17.800 3 16 2z"
      />
    </svg>
  );
}
