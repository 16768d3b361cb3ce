/** One field of the form: label, control, hint and complaint, all tied together for those who do not see them. */
import type { ReactNode } from "react";
import { PRESENTATIONS } from "../fields";
import { ruleOf, type Field as Name } from "../rules";
import type { CustomerForm } from "../use-customer-form";
import styles from "./field.module.css";

interface Props {
  readonly name: Name;
  readonly form: CustomerForm;
  /** What can be chosen, where the field is a list and not a line to type in. */
  readonly options?: ReactNode;
}

export function Field({ name, form, options }: Props) {
  const { label, hint, autoComplete, type = "text" } = PRESENTATIONS[name];
  const { required } = ruleOf(name);
  const complaint = form.complaints.get(name);
  const id = controlId(name);
  const note = complaint ?? hint;
  const control = {
    id,
    name,
    autoComplete,
    required,
    className: "control",
    value: form.values[name],
    "aria-invalid": complaint !== undefined,
    "aria-describedby": note === undefined ? undefined : `${id}-note`,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      form.type(name, event.target.value);
    },
    onBlur: () => {
      form.leave(name);
    },
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {!required && <span className={styles.optional}> (optional)</span>}
      </label>
      {options === undefined ? <input {...control} type={type} /> : <select {...control}>{options}</select>}
      {/* There even when empty: a complaint that appears must not push the button from under the pointer. */}
      <p id={`${id}-note`} className={complaint === undefined ? styles.hint : styles.complaint}>
        {note}
      </p>
    </div>
  );
}

export const controlId = (name: Name): string => `customer-${name.replace(".", "-")}`;
