/** Everything that is wrong with the form, in one place that takes the focus, each with the way to its field. */
import { useLayoutEffect, useRef } from "react";
import { PRESENTATIONS } from "../fields";
import type { Field } from "../rules";
import { controlId } from "./field";
import styles from "./complaint-summary.module.css";

interface Props {
  readonly complaints: ReadonlyMap<Field, string>;
  /** Counts the tries: each one that fails calls the focus again. */
  readonly attempt: number;
}

export function ComplaintSummary({ complaints, attempt }: Props) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
  }, [attempt]);

  if (complaints.size === 0) return null;
  return (
    <section ref={box} tabIndex={-1} className={styles.summary} aria-labelledby="complaints">
      <h2 id="complaints" className={styles.title}>
        {complaints.size === 1 ? "Please fix this" : `Please fix these ${String(complaints.size)} things`}
      </h2>
      <ul role="list">
        {[...complaints].map(([field, complaint]) => (
          <li key={field}>
            <a
              href={`#${controlId(field)}`}
              onClick={(event) => {
                // The field, and no new entry on the way back.
                event.preventDefault();
                document.getElementById(controlId(field))?.focus();
              }}
            >
              {PRESENTATIONS[field].label}: {complaint}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
