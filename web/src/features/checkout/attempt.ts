/**
 * One customer's attempt to order, kept until its outcome is known, so that a double click, a reload or a lost
 * connection never orders twice.
 *
 * The attempt has one key for as long as it lasts, even when the order is changed between two tries: the server then
 * says that the key has served another order, which is how we learn that an earlier try had arrived after all.
 */
import * as v from "valibot";
import { kept, readJson } from "../../browser/kept";

const Attempt = v.object({
  key: v.string(),
  /** The bodies that were sent and never heard of, oldest first. */
  sent: v.array(v.string()),
});
type Attempt = v.InferOutput<typeof Attempt>;

const store = kept("sessionStorage", "quarter-past.order-attempt");

/** Notes that `body` is about to be sent, and hands back the key to send it with. */
export function beginAttempt(body: string): Attempt {
  const { key, sent } = openAttempt() ?? { key: crypto.randomUUID(), sent: [] };
  const attempt = { key, sent: sent.includes(body) ? sent : [...sent, body] };
  store.write(JSON.stringify(attempt));
  return attempt;
}

/** The attempt whose outcome is not known yet, if there is one. */
export const openAttempt = (): Attempt | undefined => readJson(store.read(), Attempt);

/** The server has surely not taken `body`: what remains of the attempt is what else was sent. */
export function forgetTry(body: string): void {
  const attempt = openAttempt();
  if (attempt === undefined) return;
  const sent = attempt.sent.filter((other) => other !== body);
  store.write(sent.length === 0 ? null : JSON.stringify({ ...attempt, sent }));
}

/** The outcome is known; the next order is another attempt. */
export function endAttempt(): void {
  store.write(null);
}
