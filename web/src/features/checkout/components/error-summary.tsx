/**
 * All errors of the form, each with a link to its field. Gets the focus when the form is submitted with
 * errors.
 */
import { useLayoutEffect, useRef } from "react";
import { labelOf } from "../fields";
import { t } from "../messages";
import type { Field } from "../rules";
import { controlId } from "./field";
import styles from "./error-summary.module.css";

interface Props {
  readonly errors: ReadonlyMap<Field, string>;
  /** The number of failed submissions; each one moves the focus here again. */
  readonly attempt: number;
}

export function ErrorSummary({ errors, attempt }: Props) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
  }, [attempt]);

  if (errors.size === 0) return null;
  return (
    <section ref={box} tabIndex={-1} className={styles.summary} aria-labelledby="errors">
      <h2 id="errors" className={styles.title}>
        {t("fix", { count: errors.size })}
      </h2>
      <ul role="list">
        {[...errors].map(([field, error]) => (
          <li key={field}>
            <a
              href={`#${controlId(field)}`}
              onClick={(event) => {
                // Focus the field without adding a history entry.
                event.preventDefault();
                document.getElementById(controlId(field))?.focus();
              }}
            >
              {labelOf(field)}: {error}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
