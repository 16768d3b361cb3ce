/** A form field: label, control, hint and error, associated for assistive technology. */
import type { ReactNode } from "react";
import { AUTOFILL, hintOf, labelOf } from "../fields";
import { t } from "../messages";
import { ruleOf, type Field as Name } from "../rules";
import type { CustomerForm } from "../use-customer-form";
import styles from "./field.module.css";

interface Props {
  readonly name: Name;
  readonly form: CustomerForm;
  /** The options of a `select`; absent for a text field. */
  readonly options?: ReactNode;
}

export function Field({ name, form, options }: Props) {
  const { autoComplete, type = "text" } = AUTOFILL[name];
  const { required } = ruleOf(name);
  const error = form.errors.get(name);
  const id = controlId(name);
  const note = error ?? hintOf(name);
  const control = {
    id,
    name,
    autoComplete,
    required,
    className: "control",
    value: form.values[name],
    "aria-invalid": error !== undefined,
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
        {labelOf(name)}
        {!required && <span className={styles.optional}> {t("optional")}</span>}
      </label>
      {options === undefined ? <input {...control} type={type} /> : <select {...control}>{options}</select>}
      {/* Rendered even if empty: an error that appears must not move the submit button. */}
      <p id={`${id}-note`} className={error === undefined ? styles.hint : styles.error}>
        {note}
      </p>
    </div>
  );
}

export const controlId = (name: Name): string => `customer-${name.replace(".", "-")}`;
