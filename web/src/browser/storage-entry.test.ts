import * as v from "valibot";
import { expect, test, vi } from "vitest";
import { readJson, storageEntry } from "./storage-entry";

test("a written text can be read, by another entry too", () => {
  storageEntry("localStorage", "note").write("butter");
  expect(storageEntry("localStorage", "note").read()).toBe("butter");
});

test("a removed text is gone", () => {
  const note = storageEntry("sessionStorage", "note");
  note.write("butter");
  note.write(null);
  expect(note.read()).toBeNull();
});

test("if the browser refuses to store a text, it is kept in memory", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(refuse);
  const note = storageEntry("localStorage", "note");
  note.write("butter");
  expect(note.read()).toBe("butter");
});

test("if the browser refuses to read, there is no text", () => {
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(refuse);
  expect(storageEntry("localStorage", "note").read()).toBeNull();
});

test("a stored text that does not match the schema is ignored", () => {
  const Note = v.object({ cookies: v.number() });
  expect(readJson('{"cookies":3}', Note)).toEqual({ cookies: 3 });
  for (const text of [null, "", "{", "[]", '{"cookies":"3"}']) expect(readJson(text, Note)).toBeUndefined();
});

function refuse(): never {
  throw new DOMException("denied", "SecurityError");
}
