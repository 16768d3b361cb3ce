/**
 * A quantity: buttons for one less and one more, and a field that takes effect on blur or Enter. Values out
 * of range are limited; anything but digits is ignored.
 */
import { useState } from "react";
import { t } from "../messages";
import styles from "./quantity-stepper.module.css";

interface Props {
  /** The name of the product. */
  readonly name: string;
  readonly quantity: number;
  readonly maximum: number;
  readonly onChange: (quantity: number) => void;
}

export function QuantityStepper({ name, quantity, maximum, onChange }: Props) {
  const [draft, setDraft] = useState<string>();

  const commit = () => {
    setDraft(undefined);
    if (draft === undefined || !/^\d+$/.test(draft)) return;
    const requested = Math.min(Math.max(Number(draft), 1), maximum);
    if (requested !== quantity) onChange(requested);
  };
  return (
    <div role="group" aria-label={t("quantityOf", { name })} className={styles.stepper}>
      <Step
        sign="−"
        label={t("decrease")}
        to={Math.min(quantity - 1, maximum)}
        maximum={maximum}
        go={onChange}
      />
      <input
        className={styles.number}
        inputMode="numeric"
        autoComplete="off"
        aria-label={t("quantity", { max: maximum })}
        value={draft ?? String(quantity)}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
        onFocus={(event) => {
          event.target.select();
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape") setDraft(undefined);
        }}
      />
      <Step sign="+" label={t("increase")} to={quantity + 1} maximum={maximum} go={onChange} />
    </div>
  );
}

interface StepProps {
  readonly sign: string;
  readonly label: string;
  readonly to: number;
  readonly maximum: number;
  readonly go: (quantity: number) => void;
}

/** Stays focusable when disabled, so that the keyboard focus is not lost. */
function Step({ sign, label, to, maximum, go }: StepProps) {
  const possible = to >= 1 && to <= maximum;
  return (
    <button
      type="button"
      className={styles.step}
      aria-label={label}
      aria-disabled={!possible}
      onClick={() => {
        if (possible) go(to);
      }}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
