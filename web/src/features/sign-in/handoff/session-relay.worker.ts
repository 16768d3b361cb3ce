/**
 * Holds an employee's tokens in memory while their page is being reloaded, and for nobody else and nothing more.
 *
 * A service worker, because only that outlives a page. Its scope holds no page, so it sees no request: all it does is
 * to take something from a page that goes and to hand it to the page that comes. What is not fetched soon is gone, and
 * so is everything when the browser ends the worker.
 */
import * as v from "valibot";

/** A slow reload on a slow phone. */
const HANDOFF_TTL_MS = 20_000;

const Message = v.variant("kind", [
  v.object({ kind: v.literal("store"), id: v.string(), snapshot: v.unknown() }),
  v.object({ kind: v.literal("take"), id: v.string() }),
]);

const snapshots = new Map<string, unknown>();

self.addEventListener("message", (event) => {
  const message = v.safeParse(Message, event.data);
  if (!message.success) return;
  const { id } = message.output;
  if (message.output.kind === "take") {
    event.ports[0]?.postMessage(snapshots.get(id));
    snapshots.delete(id);
    return;
  }
  snapshots.set(id, message.output.snapshot);
  const forgotten = new Promise<void>((resolve) => {
    setTimeout(() => {
      snapshots.delete(id);
      resolve();
    }, HANDOFF_TTL_MS);
  });
  // Or the browser would be free to end the worker at once.
  if ("waitUntil" in event) (event as unknown as Extendable).waitUntil(forgotten);
});

/** What the message is in a service worker; the types of a page do not know it. */
interface Extendable {
  readonly waitUntil: (work: Promise<void>) => void;
}
