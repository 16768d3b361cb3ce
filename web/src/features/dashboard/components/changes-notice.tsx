/** What has changed since the list was loaded, with a button to show it: rows never move by themselves. */
import { useEffect } from "react";
import { announce } from "../../../ui/announcer";
import { Button } from "../../../ui/button";
import type { OrderStatus } from "../../../api/orders/order";
import type { Changes } from "../listing";
import { t } from "../messages";
import styles from "./changes-notice.module.css";

interface Props {
  readonly changes: Changes;
  readonly status: OrderStatus | undefined;
  readonly onShow: () => void;
}

export function ChangesNotice({ changes, status, onShow }: Props) {
  const text = describe(changes, status);
  useEffect(() => {
    if (text !== "") announce(text);
  }, [text]);

  if (text === "") return null;
  return (
    <p className={styles.notice}>
      {text}
      <Button variant="secondary" onClick={onShow}>
        {t("show")}
      </Button>
    </p>
  );
}

function describe({ arrived, andMore, left }: Changes, status: OrderStatus | undefined): string {
  const parts = [
    arrived > 0 && t(andMore ? "newOrdersOrMore" : "newOrders", { count: arrived }),
    left > 0 && t(status === undefined ? "gone" : `noLonger.${status}`, { count: left }),
  ];
  return parts.filter((part) => part !== false).join(", ");
}
