/**
 * Passes the session across a reload without storing it: the old page gives a snapshot to a service worker
 * and keeps its ID in the tab; the new page fetches the snapshot by the ID.
 *
 * Without a worker, the employee is sent to the pool's page, which usually still knows them.
 */
import * as v from "valibot";
import { handoffId } from "../../../api/session";
import { newSecret } from "../pkce";
import workerUrl from "./session-relay.worker?worker&url";

const SessionSnapshot = v.object({
  accessToken: v.string(),
  refreshToken: v.exactOptional(v.string()),
  /** By this device's clock, like `Date.now()`. */
  expiresAt: v.number(),
  subject: v.string(),
  email: v.string(),
  role: v.picklist(["staff", "manager"]),
});
export type SessionSnapshot = v.InferOutput<typeof SessionSnapshot>;

/** How long to wait for the worker to start or to respond. */
const RELAY_TIMEOUT_MS = 1_000;

/** The folder of the worker's script. No page is inside this scope. */
const SCOPE = `${import.meta.env.BASE_URL}assets/`;

/**
 * Registers the worker ahead of time, because a page that is unloading cannot wait for it. Does not wait
 * longer than the timeout; a worker that starts later is used, too.
 */
export async function registerRelay(): Promise<void> {
  const timeout = new Promise((resolve) => setTimeout(resolve, RELAY_TIMEOUT_MS));
  await Promise.race([findRelay(), timeout]);
}

/** The active worker, if there is one. */
let sessionRelay: ServiceWorker | undefined;

/** Stores what `pack` returns when the page is unloaded. Replaces an earlier `pack`. */
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

/** Fetches the snapshot of the previous page; it can be fetched once. */
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

/** The active worker, waiting for its activation; `undefined` if workers are not available. */
async function findRelay(): Promise<ServiceWorker | undefined> {
  sessionRelay = await registeredRelay();
  return sessionRelay;
}

async function registeredRelay(): Promise<ServiceWorker | undefined> {
  try {
    const { active, waiting, installing } = await navigator.serviceWorker.register(workerUrl, {
      scope: SCOPE,
      // Built as a classic script, which more browsers support.
      type: import.meta.env.DEV ? "module" : "classic",
    });
    return active ?? (await activated(waiting ?? installing));
  } catch {
    // Old browsers, private windows and settings may block service workers.
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
