/** The shop's logo, a cookie with a quarter bitten off. The favicon is the same file. */
import styles from "./logo.module.css";

export function Logo() {
  return <img className={styles.logo} src="/favicon.svg" alt="" width={36} height={36} />;
}
