import * as v from "valibot";
import { expect, test, vi } from "vitest";
import { readJson, storageEntry } from "./storage-entry";

test("what was written is read, also by another page", () => {
  storageEntry("localStorage", "note").write("butter");
  expect(storageEntry("localStorage", "note").read()).toBe("butter");
});

test("what was forgotten is gone", () => {
  const note = storageEntry("sessionStorage", "note");
  note.write("butter");
  note.write(null);
  expect(note.read()).toBeNull();
});

test("a browser that keeps nothing still serves the page that is open", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(refuse);
  const note = storageEntry("localStorage", "note");
  note.write("butter");
  expect(note.read()).toBe("butter");
});

test("a browser that does not even let one look holds nothing", () => {
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(refuse);
  expect(storageEntry("localStorage", "note").read()).toBeNull();
});

test("a kept text is read as what it should be, and is nothing where it is something else", () => {
  const Note = v.object({ cookies: v.number() });
  expect(readJson('{"cookies":3}', Note)).toEqual({ cookies: 3 });
  for (const text of [null, "", "{", "[]", '{"cookies":"3"}']) expect(readJson(text, Note)).toBeUndefined();
});

function refuse(): never {
  throw new DOMException("denied", "SecurityError");
}
