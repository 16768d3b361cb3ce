/**
 * The values of the form and the errors to show: those of a field after it was left, all of them after the
 * form was submitted. From then on they update on every keystroke.
 */
import { useEffect, useState } from "react";
import { keepDraft, readDraft } from "./draft";
import { errorText } from "./fields";
import type { RejectedFields } from "./rejected-fields";
import { validate, validateAll, FIELDS, NOTHING_TYPED, type Field, type Values } from "./rules";

export interface CustomerForm {
  readonly values: Values;
  /** The errors to show. */
  readonly errors: ReadonlyMap<Field, string>;
  readonly type: (field: Field, value: string) => void;
  readonly leave: (field: Field) => void;
  /** Shows all errors; returns whether there are none. */
  readonly check: () => boolean;
}

/** `rejected`: values that the server rejected although they follow the rules known here. */
export function useCustomerForm(rejected: RejectedFields): CustomerForm {
  const [values, setValues] = useState(() => readDraft() ?? NOTHING_TYPED);
  const [watched, setWatched] = useState<ReadonlySet<Field>>(new Set());

  useEffect(() => {
    if (values !== NOTHING_TYPED) keepDraft(values);
  }, [values]);

  const errors = new Map<Field, string>();
  for (const field of FIELDS) {
    const found = watched.has(field) ? validate(field, values) : undefined;
    if (found !== undefined) errors.set(field, errorText(field, found, values));
    else if (rejected.get(field) === values[field].trim())
      errors.set(field, errorText(field, "rejected", values));
  }
  return {
    values,
    errors,
    type: (field, value) => {
      setValues((before) => ({ ...before, [field]: value }));
    },
    leave: (field) => {
      // Tabbing through an empty field is not an error yet.
      if (values[field] !== "") setWatched((before) => new Set([...before, field]));
    },
    check: () => {
      setWatched(new Set(FIELDS));
      return validateAll(values).size === 0;
    },
  };
}
