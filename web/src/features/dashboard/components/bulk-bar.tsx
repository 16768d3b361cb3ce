/** The actions on the selected orders. It covers the end of the list, so that nothing moves when it appears. */
import { useEffect } from "react";
import type { Order } from "../../../api/orders/order";
import { announce } from "../../../ui/announcer";
import { Button } from "../../../ui/button";
import { t } from "../fulfilment-messages";
import type { BulkPack } from "../use-bulk-pack";
import styles from "./bulk-bar.module.css";

interface Props {
  readonly bulk: BulkPack;
  readonly orders: readonly Order[];
}

export function BulkBar({ bulk, orders }: Props) {
  const { selected, running, outcome } = bulk;
  const text =
    outcome === undefined
      ? ""
      : [
          outcome.packed > 0 && t("bulkDone", { count: outcome.packed }),
          outcome.failed > 0 && t("bulkFailed", { count: outcome.failed }),
        ]
          .filter((part) => part !== false)
          .join(" ");
  useEffect(() => {
    if (text !== "") announce(text);
  }, [text]);
  if (selected.size === 0 && text === "") return null;

  const confirmed = orders.filter(({ status }) => status === "CONFIRMED");
  const all = confirmed.length > 0 && confirmed.every(({ id }) => selected.has(id));
  return (
    <section aria-label={t("selection")} className={styles.bar}>
      {text !== "" && <p>{text}</p>}
      {selected.size > 0 && (
        <>
          <label className={styles.all}>
            <input
              type="checkbox"
              checked={all}
              onChange={() => {
                if (all) bulk.clear();
                else bulk.selectAll(orders);
              }}
            />
            {t("selectAll")}
          </label>
          <Button busy={running} onClick={bulk.pack}>
            {running ? t("bulkRunning") : t("bulk", { count: selected.size })}
          </Button>
        </>
      )}
    </section>
  );
}
