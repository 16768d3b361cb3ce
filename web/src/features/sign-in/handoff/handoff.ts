/**
 * Hands a session from a page that is being reloaded to the page that takes its place, without it ever being written
 * anywhere: the page that goes gives it to a worker and keeps a id in the tab, the page that comes shows the id.
 *
 * A browser that has no such worker, or none just now, loses nothing but a moment: the pool is asked again, and most
 * of the time it still knows the employee.
 */
import * as v from "valibot";
import { handoffId } from "../../../api/session";
import { newSecret } from "../pkce";
import workerUrl from "./session-relay.worker?worker&url";

const SessionSnapshot = v.object({
  accessToken: v.string(),
  refreshToken: v.exactOptional(v.string()),
  /** By this device's clock, as `Date.now()` has it. */
  expiresAt: v.number(),
  subject: v.string(),
  email: v.string(),
});
export type SessionSnapshot = v.InferOutput<typeof SessionSnapshot>;

/** How long a worker may take to come, and to answer; it has nothing to do but to look. */
const RELAY_TIMEOUT_MS = 1_000;

/** The folder that the worker's file is in. No page is below it. */
const SCOPE = `${import.meta.env.BASE_URL}assets/`;

/**
 * Sends for the worker, beside whatever brings something to hand over: a page that goes has no time to wait for one.
 * One that takes long is not waited for, and will do when it comes.
 */
export async function registerRelay(): Promise<void> {
  const timeout = new Promise((resolve) => setTimeout(resolve, RELAY_TIMEOUT_MS));
  await Promise.race([findRelay(), timeout]);
}

/** The worker that was last found at work. */
let sessionRelay: ServiceWorker | undefined;

/** From now on, whatever `pack` returns when the page goes is kept for the page that comes. The last one counts. */
export function handOff(pack: () => SessionSnapshot | undefined): void {
  stopListening?.();
  const give = () => {
    const snapshot = pack();
    if (snapshot === undefined || sessionRelay === undefined) return;
    const id = newSecret();
    handoffId.write(id);
    sessionRelay.postMessage({ kind: "store", id, snapshot });
  };
  window.addEventListener("pagehide", give);
  stopListening = () => {
    window.removeEventListener("pagehide", give);
  };
}

let stopListening: (() => void) | undefined;

/** What the page before this one has handed over, once. */
export async function receiveHandoff(): Promise<SessionSnapshot | undefined> {
  const id = handoffId.read();
  if (id === null) return undefined;
  handoffId.write(null);

  const worker = await findRelay();
  if (worker === undefined) return undefined;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<unknown>((resolve) => {
    port1.onmessage = ({ data }) => {
      resolve(data);
    };
    setTimeout(resolve, RELAY_TIMEOUT_MS);
  });
  worker.postMessage({ kind: "take", id }, [port2]);
  const snapshot = v.safeParse(SessionSnapshot, await answer);
  port1.close();
  return snapshot.success ? snapshot.output : undefined;
}

/** The worker at work, which it is a moment after it was first asked for; `undefined` where there can be none. */
async function findRelay(): Promise<ServiceWorker | undefined> {
  sessionRelay = await registeredRelay();
  return sessionRelay;
}

async function registeredRelay(): Promise<ServiceWorker | undefined> {
  try {
    const { active, waiting, installing } = await navigator.serviceWorker.register(workerUrl, {
      scope: SCOPE,
      // Built, it is one plain script, which more browsers take.
      type: import.meta.env.DEV ? "module" : "classic",
    });
    return active ?? (await activated(waiting ?? installing));
  } catch {
    // Old, private or told not to: a browser may have no workers. The pool is asked again then.
    return undefined;
  }
}

function activated(worker: ServiceWorker | null): Promise<ServiceWorker | undefined> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker?.state === "activated") resolve(worker);
      if (worker === null || worker.state === "redundant") resolve(undefined);
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}
