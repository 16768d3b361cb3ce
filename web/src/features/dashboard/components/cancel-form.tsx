/** Asks for the reason before an order is cancelled, which cannot be undone. */
import { useState } from "react";
import { Button } from "../../../ui/button";
import { takeFocus } from "../../../ui/take-focus";
import { t } from "../fulfilment-messages";
import { TextField } from "./text-field";
import styles from "./order-actions.module.css";

interface Props {
  readonly busy: boolean;
  readonly onCancel: (reason: string) => void;
  readonly onKeep: () => void;
}

export function CancelForm({ busy, onCancel, onKeep }: Props) {
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const missing = reason.trim() === "";

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (!busy && !missing) onCancel(reason.trim());
      }}
    >
      <TextField
        inputRef={takeFocus}
        label={t("reason")}
        value={reason}
        maxLength={100}
        error={checked && missing ? t("reasonMissing") : undefined}
        onChange={setReason}
      />
      <p className={styles.note}>{t("cancelNote")}</p>
      <div className={styles.buttons}>
        <Button type="submit" busy={busy}>
          {busy ? t("saving") : t("cancelConfirm")}
        </Button>
        <Button variant="secondary" onClick={onKeep}>
          {t("keep")}
        </Button>
      </div>
    </form>
  );
}
