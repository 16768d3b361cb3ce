/** Both sides of a reload: the page that goes, the worker in between, the page that comes. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { handOff, registerRelay, receiveHandoff, type SessionSnapshot } from "./handoff";

const SNAPSHOT: SessionSnapshot = {
  accessToken: "access-1",
  refreshToken: "refresh-1",
  expiresAt: Date.now() + 3_600_000,
  subject: "5ca1ab1e",
  email: "ada@example.com",
};

/** What the worker listens with; it is the real one, in the place of a browser's. */
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

/** A page that has `snapshot` in its hands is reloaded. */
async function reload(snapshot: SessionSnapshot | undefined) {
  await registerRelay();
  handOff(() => snapshot);
  window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: false }));
}

test("what the page that goes hands over, the page that comes has, once", async () => {
  await reload(SNAPSHOT);
  await expect(receiveHandoff()).resolves.toEqual(SNAPSHOT);
  await expect(receiveHandoff()).resolves.toBeUndefined();
});

test("the tab keeps a id meanwhile, and nothing of what it is for", async () => {
  await reload(SNAPSHOT);
  expect(sessionStorage.getItem("quarter-past.handoff-id")).toMatch(/^[\w-]{43}$/);
  expect(localStorage).toHaveLength(0);
});

test("who is signed out hands nothing over", async () => {
  await reload(undefined);
  expect(sessionStorage).toHaveLength(0);
  await expect(receiveHandoff()).resolves.toBeUndefined();
});

test("what is not fetched soon is gone", async () => {
  await reload(SNAPSHOT);
  await vi.advanceTimersByTimeAsync(20_000);
  await expect(receiveHandoff()).resolves.toBeUndefined();
});

test("another id gets nothing", async () => {
  await reload(SNAPSHOT);
  sessionStorage.setItem("quarter-past.handoff-id", "x".repeat(43));
  await expect(receiveHandoff()).resolves.toBeUndefined();
});

test("a worker that does not come is not waited for", async () => {
  register = () => new Promise(() => undefined);
  const summoned = registerRelay();
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(summoned).resolves.toBeUndefined();
});

test("a worker that does not answer is not waited for", async () => {
  await reload(SNAPSHOT);
  register = () =>
    Promise.resolve({ active: { postMessage: () => undefined }, waiting: null, installing: null });
  const taken = receiveHandoff();
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(taken).resolves.toBeUndefined();
});

test.each<[string, () => Promise<unknown>]>([
  ["allows no worker", () => Promise.reject(new DOMException("no", "SecurityError"))],
  ["has lost the worker", () => Promise.resolve({ active: null, waiting: null, installing: null })],
])("a browser that %s has nothing to hand over", async (_, refuse) => {
  await reload(SNAPSHOT);
  register = refuse;
  await expect(receiveHandoff()).resolves.toBeUndefined();
});

test("the worker hears nothing else", () => {
  for (const data of [undefined, "take", { kind: "store" }, { kind: "tell", id: "x" }]) {
    expect(() => {
      listen(new MessageEvent("message", { data }));
    }).not.toThrow();
  }
});
