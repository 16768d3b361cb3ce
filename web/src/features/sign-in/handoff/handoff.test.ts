/** Both sides of a reload and the worker in between. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { handOff, registerRelay, receiveHandoff, type SessionSnapshot } from "./handoff";

const SNAPSHOT: SessionSnapshot = {
  accessToken: "access-1",
  refreshToken: "refresh-1",
  expiresAt: Date.now() + 3_600_000,
  subject: "5ca1ab1e",
  email: "ada@example.com",
  role: "staff",
};

/** The message listener of the real worker, run here. */
let listen: (event: MessageEvent) => void;
let register: () => Promise<unknown>;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  const added = vi.spyOn(self, "addEventListener");
  vi.resetModules();
  await import("./session-relay.worker");
  listen = added.mock.calls.find(([type]) => type === "message")?.[1] as typeof listen;
  added.mockRestore();

  const active = {
    postMessage: (data: unknown, ports: MessagePort[] = []) => {
      listen(new MessageEvent("message", { data, ports }));
    },
  };
  register = () => Promise.resolve({ active, waiting: null, installing: null });
  vi.stubGlobal("navigator", { onLine: true, serviceWorker: { register: () => register() } });
});
afterEach(() => {
  window.removeEventListener("message", listen);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Unloads a page that holds `snapshot`. */
async function reload(snapshot: SessionSnapshot | undefined) {
  await registerRelay();
  handOff(() => snapshot);
  window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: false }));
}

test("the new page receives the snapshot once", async () => {
  await reload(SNAPSHOT);
  await expect(receiveHandoff()).resolves.toEqual(SNAPSHOT);
  await expect(receiveHandoff()).resolves.toBeUndefined();
});

test("the tab stores an ID and nothing else", async () => {
  await reload(SNAPSHOT);
  expect(sessionStorage.getItem("quarter-past.handoff-id")).toMatch(/^[\w-]{43}$/);
  expect(localStorage).toHaveLength(0);
});

test("without a session, nothing is handed off", async () => {
  await reload(undefined);
  expect(sessionStorage).toHaveLength(0);
  await expect(receiveHandoff()).resolves.toBeUndefined();
});

test("a snapshot that is not fetched soon is dropped", async () => {
  await reload(SNAPSHOT);
  await vi.advanceTimersByTimeAsync(20_000);
  await expect(receiveHandoff()).resolves.toBeUndefined();
});

test("another ID receives nothing", async () => {
  await reload(SNAPSHOT);
  sessionStorage.setItem("quarter-past.handoff-id", "x".repeat(43));
  await expect(receiveHandoff()).resolves.toBeUndefined();
});

test("registration does not wait for a worker that does not start", async () => {
  register = () => new Promise(() => undefined);
  const summoned = registerRelay();
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(summoned).resolves.toBeUndefined();
});

test("fetching does not wait for a worker that does not respond", async () => {
  await reload(SNAPSHOT);
  register = () =>
    Promise.resolve({ active: { postMessage: () => undefined }, waiting: null, installing: null });
  const taken = receiveHandoff();
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(taken).resolves.toBeUndefined();
});

test.each<[string, () => Promise<unknown>]>([
  ["blocks service workers", () => Promise.reject(new DOMException("no", "SecurityError"))],
  ["has lost the worker", () => Promise.resolve({ active: null, waiting: null, installing: null })],
])("a browser that %s hands nothing off", async (_, refuse) => {
  await reload(SNAPSHOT);
  register = refuse;
  await expect(receiveHandoff()).resolves.toBeUndefined();
});

test("the worker ignores other messages", () => {
  for (const data of [undefined, "take", { kind: "store" }, { kind: "tell", id: "x" }]) {
    expect(() => {
      listen(new MessageEvent("message", { data }));
    }).not.toThrow();
  }
});
