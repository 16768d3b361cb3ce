/** Adds a note to an order. */
import { useState } from "react";
import type { OrderId } from "../../../api/orders/order";
import type { NewNote } from "../../../api/schema";
import { Button } from "../../../ui/button";
import { addNote } from "../api/change-order";
import { t } from "../fulfilment-messages";
import { useOrderChange } from "../use-order-change";
import { ChangeFailure } from "./change-failure";
import { TextField } from "./text-field";
import styles from "./order-actions.module.css";

export function NoteForm({ id }: { readonly id: OrderId }) {
  const [text, setText] = useState("");
  const [checked, setChecked] = useState(false);
  // The same in every attempt, so that the note is added once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const change = useOrderChange(
    id,
    (note: NewNote) => addNote(id, note, key),
    () => {
      setText("");
      setChecked(false);
      setKey(crypto.randomUUID());
    },
  );
  const missing = text.trim() === "";

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (!change.isPending && !missing) change.mutate({ text: text.trim() });
      }}
    >
      <TextField
        label={t("note")}
        value={text}
        maxLength={500}
        hint={t("noteHint")}
        error={checked && missing ? t("noteMissing") : undefined}
        onChange={setText}
      />
      <p>
        <Button type="submit" variant="secondary" busy={change.isPending}>
          {change.isPending ? t("saving") : t("addNote")}
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
