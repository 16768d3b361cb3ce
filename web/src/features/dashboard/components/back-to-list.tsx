/** The way back to the list, to where it was left where that is known. */
import { Link } from "wouter";
import { DASHBOARD_PATH } from "../../../ui/paths";
import { useListSearch } from "../list-link";
import styles from "./back-to-list.module.css";

export function BackToList() {
  const list = useListSearch();
  return (
    <nav aria-label="Breadcrumb" className={styles.back}>
      <Link
        href={DASHBOARD_PATH + (list ?? "")}
        onClick={(event) => {
          const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
          if (list === undefined || !plain) return;
          // A step back and not onwards: only so does the browser return to the same place in the list.
          event.preventDefault();
          window.history.back();
        }}
      >
        <span aria-hidden="true">← </span>All orders
      </Link>
    </nav>
  );
}
