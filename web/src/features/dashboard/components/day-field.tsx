/**
 * A day to choose or to type. While a year is being typed, the field holds days like `0002-11-22` for a moment; those
 * are not passed on.
 */
import { useId, useState } from "react";
import * as v from "valibot";
import { Day } from "../../../api/orders/day";
import styles from "./day-field.module.css";

interface Props {
  readonly label: string;
  readonly value: Day | undefined;
  readonly invalid: boolean;
  readonly onChange: (day: Day | undefined) => void;
}

const EARLIEST = "2000-01-01";

export function DayField({ label, value, invalid, onChange }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string>(value ?? "");
  const [taken, setTaken] = useState(value);
  // The day has changed from elsewhere: the way back, or all filters at once.
  if (taken !== value) {
    setTaken(value);
    setDraft(value ?? "");
  }

  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className="control"
        value={draft}
        min={EARLIEST}
        aria-invalid={invalid}
        aria-describedby={invalid ? RANGE_ERROR_ID : undefined}
        onChange={({ target }) => {
          setDraft(target.value);
          const day = v.safeParse(Day, target.value);
          if (target.value === "") onChange(undefined);
          else if (day.success && day.output >= EARLIEST) onChange(day.output);
        }}
      />
    </div>
  );
}

/** Where it stands that the days are the wrong way round. */
export const RANGE_ERROR_ID = "day-range-error";
