/** The notes of employees about an order, oldest first. */
import type { Note } from "../../../api/orders/order";
import { DateTime } from "../../../ui/date-time";
import { nameOf } from "../actor";
import styles from "./order-notes.module.css";

export function OrderNotes({ notes }: { readonly notes: readonly Note[] }) {
  return (
    <ul className={styles.notes}>
      {notes.map(({ id, at, by, text }) => (
        <li key={id} className={styles.note}>
          <p>{text}</p>
          <p className={styles.soft}>
            {nameOf(by)}, <DateTime at={at} full />
          </p>
        </li>
      ))}
    </ul>
  );
}
