/** The period of a report: a preset or two dates. */
import { useId } from "react";
import * as v from "valibot";
import { Day } from "../../../api/orders/day";
import { t } from "../messages";
import { isReversed, periodOf, PRESETS, type Period, type Preset } from "../period";
import styles from "./period-field.module.css";

export interface Choice {
  readonly preset: Preset;
  /** The values of the date fields for `custom`. */
  readonly from: string;
  readonly to: string;
}

export const EVERYTHING: Choice = { preset: "all", from: "", to: "" };

/** Returns the chosen period. */
export const chosen = (choice: Choice, today: Day): Period =>
  choice.preset === "custom"
    ? { from: read(choice.from), to: read(choice.to) }
    : periodOf(choice.preset, today);

interface Props {
  readonly choice: Choice;
  readonly disabled: boolean;
  readonly onChange: (choice: Choice) => void;
}

export function PeriodField({ choice, disabled, onChange }: Props) {
  const id = useId();
  const reversed = choice.preset === "custom" && isReversed({ from: read(choice.from), to: read(choice.to) });
  const day = (name: "from" | "to", label: string) => (
    <div className={styles.field}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        type="date"
        className="control"
        min="2000-01-01"
        disabled={disabled}
        value={choice[name]}
        aria-invalid={reversed}
        aria-describedby={reversed ? `${id}-range-error` : undefined}
        onChange={({ target }) => {
          onChange({ ...choice, [name]: target.value });
        }}
      />
    </div>
  );

  return (
    <>
      <div className={styles.field}>
        <label htmlFor={`${id}-preset`} className={styles.preset}>
          {t("period")}
        </label>
        <select
          id={`${id}-preset`}
          className="control"
          disabled={disabled}
          value={choice.preset}
          onChange={({ target }) => {
            onChange({ ...choice, preset: PRESETS.find((preset) => preset === target.value) ?? "all" });
          }}
        >
          {PRESETS.map((preset) => (
            <option key={preset} value={preset}>
              {t(`preset.${preset}`)}
            </option>
          ))}
        </select>
      </div>
      {choice.preset === "custom" && (
        <>
          {day("from", t("firstDay"))}
          {day("to", t("lastDay"))}
        </>
      )}
      {reversed && (
        <p id={`${id}-range-error`} role="alert" className={styles.rangeError}>
          {t("reversedRange")}
        </p>
      )}
    </>
  );
}

function read(text: string): Day | undefined {
  const day = v.safeParse(Day, text);
  return day.success ? day.output : undefined;
}
