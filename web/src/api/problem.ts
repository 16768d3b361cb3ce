/** The error document of the API (RFC 9457). Lenient: a proxy on the way may know only part of the shape. */
import * as v from "valibot";

export const Problem = v.object({
  type: v.optional(v.string()),
  title: v.optional(v.string()),
  detail: v.optional(v.string()),
  requestId: v.optional(v.string()),
});
