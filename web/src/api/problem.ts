/** The error document of the API (RFC 9457). Lenient: a proxy on the way may know only part of the shape, or none of it. */
import * as v from "valibot";

const Problem = v.object({
  type: v.optional(v.string()),
  title: v.optional(v.string()),
  detail: v.optional(v.string()),
  requestId: v.optional(v.string()),
  /** What of the request's body is wrong, value by value; the gateway's own answers do not say. */
  errors: v.fallback(v.array(v.object({ pointer: v.string() })), []),
});

export const readProblem = (body: unknown) => v.parse(v.fallback(Problem, { errors: [] }), body);
