/**
 * A date field. While a year is being typed, its value is temporarily a date like `0002-11-22`, which is not
 * passed on.
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
  // The value was changed from outside, by going back or clearing all filters.
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

/** The element with the error about the order of the two dates. */
export const RANGE_ERROR_ID = "day-range-error";
