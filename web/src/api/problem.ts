/** The API's error document (RFC 9457). Lenient, because a proxy may send only some of the members. */
import * as v from "valibot";

const Problem = v.object({
  type: v.optional(v.string()),
  title: v.optional(v.string()),
  detail: v.optional(v.string()),
  requestId: v.optional(v.string()),
  /** The invalid values of the request body; responses of the gateway itself have none. */
  errors: v.fallback(v.array(v.object({ pointer: v.string() })), []),
});

export const readProblem = (body: unknown) => v.parse(v.fallback(Problem, { errors: [] }), body);
