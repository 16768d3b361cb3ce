/** The shop's mark: a cookie with the quarter between twelve and three bitten off. The favicon is the same file. */
import styles from "./mark.module.css";

export function Mark() {
  return <img className={styles.mark} src="/favicon.svg" alt="" width={36} height={36} />;
}
