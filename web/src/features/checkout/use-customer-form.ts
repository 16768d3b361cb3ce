/**
 * What the form holds and which of its validateAll are shown: a field's own once it has been left, all of them once the
 * form was sent. From then on they follow every key stroke.
 */
import { useEffect, useState } from "react";
import { keepDraft, readDraft } from "./draft";
import { errorText } from "./fields";
import type { RejectedFields } from "./rejected-fields";
import { validate, validateAll, FIELDS, NOTHING_TYPED, type Field, type Values } from "./rules";

export interface CustomerForm {
  readonly values: Values;
  /** What is wrong, field by field, as far as it is view. */
  readonly errors: ReadonlyMap<Field, string>;
  readonly type: (field: Field, value: string) => void;
  readonly leave: (field: Field) => void;
  /** Shows everything that is wrong, and says whether that is nothing. */
  readonly check: () => boolean;
}

/** `refused`: what the server would not take, though it broke no rule that is known here. */
export function useCustomerForm(refused: RejectedFields): CustomerForm {
  const [values, setValues] = useState(() => readDraft() ?? NOTHING_TYPED);
  const [watched, setWatched] = useState<ReadonlySet<Field>>(new Set());

  useEffect(() => {
    if (values !== NOTHING_TYPED) keepDraft(values);
  }, [values]);

  const errors = new Map<Field, string>();
  for (const field of FIELDS) {
    const found = watched.has(field) ? validate(field, values) : undefined;
    if (found !== undefined) errors.set(field, errorText(field, found, values));
    else if (refused.get(field) === values[field].trim())
      errors.set(field, errorText(field, "rejected", values));
  }
  return {
    values,
    errors,
    type: (field, value) => {
      setValues((before) => ({ ...before, [field]: value }));
    },
    leave: (field) => {
      // Passing through an empty field is no mistake yet.
      if (values[field] !== "") setWatched((before) => new Set([...before, field]));
    },
    check: () => {
      setWatched(new Set(FIELDS));
      return validateAll(values).size === 0;
    },
  };
}
