/** Records a refund of an order that is cancelled, shipped or delivered. Managers only; the API decides. */
import { useState } from "react";
import type { Order } from "../../../api/orders/order";
import type { NewRefund } from "../../../api/schema";
import { announce } from "../../../ui/announcer";
import { Button } from "../../../ui/button";
import { formatMoney } from "../../../ui/money";
import { minorUnits } from "../amount";
import { refundOrder } from "../api/change-order";
import { t } from "../fulfilment-messages";
import { refunded } from "../refunded";
import { useOrderChange } from "../use-order-change";
import { ChangeFailure } from "./change-failure";
import { TextField } from "./text-field";
import styles from "./order-actions.module.css";

export function RefundForm({ order }: { readonly order: Order }) {
  const { currency } = order.total;
  const [amount, setAmount] = useState("");
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  // The same in every attempt, so that the refund is recorded once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const change = useOrderChange(
    order.id,
    (refund: NewRefund) => refundOrder(order.id, refund, key),
    ({ refunds = [] }) => {
      const latest = refunds.at(-1);
      if (latest !== undefined) announce(t("refundOf", { amount: formatMoney(latest.amount) }));
      setAmount("");
      setReason("");
      setChecked(false);
      setKey(crypto.randomUUID());
    },
  );

  const most = order.total.amount - refunded(order);
  const minor = minorUnits(amount, currency);
  const problem =
    minor === undefined || minor === 0
      ? t("amountMissing")
      : minor > most
        ? t("amountTooHigh", { most: formatMoney({ amount: most, currency }) })
        : undefined;
  const noReason = reason.trim() === "";
  if (most === 0) return null;

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (change.isPending || minor === undefined || problem !== undefined || noReason) return;
        change.mutate({ amount: { amount: minor, currency }, reason: reason.trim() });
      }}
    >
      <TextField
        label={t("amount")}
        value={amount}
        inputMode="decimal"
        hint={t("amountHint", { most: formatMoney({ amount: most, currency }), currency })}
        error={checked ? problem : undefined}
        onChange={setAmount}
      />
      <TextField
        label={t("reason")}
        value={reason}
        maxLength={100}
        error={checked && noReason ? t("reasonMissing") : undefined}
        onChange={setReason}
      />
      <p className={styles.note}>{t("refundNote")}</p>
      <p>
        <Button type="submit" variant="secondary" busy={change.isPending}>
          {change.isPending ? t("saving") : t("refundButton")}
        </Button>
      </p>
      <ChangeFailure
        error={change.error}
        retry={() => {
          if (change.variables !== undefined) change.mutate(change.variables);
        }}
        retrying={change.isPending}
      />
    </form>
  );
}
