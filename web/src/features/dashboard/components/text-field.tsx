/** A text field with its hint or error. The error replaces the hint, so nothing moves. */
import { useId, type Ref } from "react";
import styles from "./text-field.module.css";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly inputMode?: "text" | "decimal" | "url";
  readonly maxLength?: number;
  /** Takes the focus when a form is opened. */
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, value, hint, error, inputMode, maxLength, inputRef, onChange }: Props) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        ref={inputRef}
        id={id}
        className="control"
        value={value}
        inputMode={inputMode}
        maxLength={maxLength}
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
      {note !== undefined && (
        <p
          id={`${id}-note`}
          role={error === undefined ? undefined : "alert"}
          className={error === undefined ? styles.hint : styles.error}
        >
          {note}
        </p>
      )}
    </div>
  );
}
