/**
 * The link back to the list of orders, with its filter and scroll position if the order was opened from
 * there.
 */
import { Link } from "wouter";
import { t as ui } from "../../../ui/messages";
import { DASHBOARD_PATH } from "../../../ui/paths";
import { useListSearch } from "../list-link";
import { t } from "../messages";
import styles from "./back-to-list.module.css";

export function BackToList() {
  const list = useListSearch();
  return (
    <nav aria-label={ui("breadcrumb")} className={styles.back}>
      <Link
        href={DASHBOARD_PATH + (list ?? "")}
        onClick={(event) => {
          const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
          if (list === undefined || !plain) return;
          // Go back instead of navigating, so that the browser restores the scroll position.
          event.preventDefault();
          window.history.back();
        }}
      >
        <span aria-hidden="true">← </span>
        {t("allOrders")}
      </Link>
    </nav>
  );
}
