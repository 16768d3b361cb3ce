/** A point in time in UTC, to the second. The format is unique, so comparing texts compares times. */
import * as v from "valibot";

export const Timestamp = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
  v.brand("Timestamp"),
);
export type Timestamp = v.InferOutput<typeof Timestamp>;
