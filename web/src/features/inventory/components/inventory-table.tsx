/** The products with their stock. Explicit roles, because some browsers drop table semantics when `display` changes. */
import { Link } from "wouter";
import { formatMoney } from "../../../ui/money";
import { stockPath } from "../../../ui/paths";
import { takeFocus } from "../../../ui/take-focus";
import { formatNumber } from "../../../ui/translate";
import type { InventoryItem } from "../api/inventory";
import { t } from "../messages";
import styles from "./inventory-table.module.css";

interface Props {
  readonly items: readonly InventoryItem[];
  /** The position of the first product of a page just loaded; its link gets the focus. */
  readonly focusAt: number | undefined;
}

export function InventoryTable({ items, focusAt }: Props) {
  return (
    <table role="table" className={styles.table}>
      <caption className="visually-hidden">{t("caption")}</caption>
      <thead className={styles.head}>
        <tr role="row">
          <th role="columnheader">{t("product")}</th>
          <th role="columnheader" className={styles.number}>
            {t("stock")}
          </th>
          <th role="columnheader" className={styles.number}>
            {t("price")}
          </th>
          <th role="columnheader">{t("onSale")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, position) => (
          <tr key={item.id} role="row" className={styles.product}>
            <td role="cell" className={styles.name}>
              <Link
                ref={position === focusAt ? takeFocus : null}
                className={styles.link}
                href={stockPath(item.id)}
              >
                {item.name}
              </Link>
            </td>
            <td role="cell" className={styles.number}>
              {formatNumber(item.stock)}
            </td>
            <td role="cell" className={styles.number}>
              {formatMoney(item.price)}
            </td>
            <td role="cell">{t(item.onSale ? "onSale" : "notOnSale")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
