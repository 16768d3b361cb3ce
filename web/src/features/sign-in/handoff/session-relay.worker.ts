/**
 * Holds an employee's tokens in memory while their page is reloaded.
 *
 * A service worker, because it outlives the page. Its scope contains no page, so it handles no requests: it
 * only accepts a snapshot from the old page and gives it to the new one. Snapshots are dropped after a short
 * time, and when the browser stops the worker.
 */
import * as v from "valibot";

/** Enough for a slow reload on a slow phone. */
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
  // Keeps the browser from stopping the worker at once.
  if ("waitUntil" in event) (event as unknown as Extendable).waitUntil(forgotten);
});

/** The service worker type of the event, which the page's types lack. */
interface Extendable {
  readonly waitUntil: (work: Promise<void>) => void;
}
