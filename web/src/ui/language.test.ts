import { expect, test, vi } from "vitest";
import { cataloguesOf } from "../test/messages";
import { preferredLanguage, readLanguage, storeChoice } from "./language";
import { chooseLanguage, loadMessages } from "./load-messages";
import { messages } from "./translate";

const browserPrefers = (...tags: string[]) => {
  vi.spyOn(navigator, "languages", "get").mockReturnValue(tags);
};

test("the language is the stored choice, else the first known one of the browser, else English", () => {
  browserPrefers("fr-FR", "de-AT", "en");
  expect(preferredLanguage()).toBe("de");
  storeChoice("en");
  expect(preferredLanguage()).toBe("en");
  localStorage.clear();
  browserPrefers("fr", "de-CH");
  expect(preferredLanguage()).toBe("de");
  browserPrefers("fr", "nl-BE");
  expect(preferredLanguage()).toBe("en");
  browserPrefers();
  expect(preferredLanguage()).toBe("en");
});

test("a stored language that does not exist is ignored", () => {
  browserPrefers("de");
  for (const stored of ["fr", "toString", ""]) {
    localStorage.setItem("quarter-past.language", stored);
    expect(preferredLanguage()).toBe("de");
  }
});

test("without storage, the browser's language is used", () => {
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new Error("forbidden");
  });
  browserPrefers("de");
  expect(preferredLanguage()).toBe("de");
});

const both = (en: string, de: string) => ({
  en: () => Promise.resolve({ ...cataloguesOf("en"), page: { text: en } }),
  de: () => Promise.resolve({ ...cataloguesOf("de"), page: { text: de } }),
});
const { t } = messages<{ text: string }>("page");

test("a choice changes loaded messages, the document and the next visit", async () => {
  await loadMessages(both("Cart", "Warenkorb"));
  expect(t("text")).toBe("Cart");
  await chooseLanguage("de");
  expect(t("text")).toBe("Warenkorb");
  expect(document.documentElement.lang).toBe("de");
  expect(preferredLanguage()).toBe("de");
});

test("a language that cannot be loaded changes nothing", async () => {
  const failing = { ...both("Cart", "Warenkorb"), de: () => Promise.reject(new Error("offline")) };
  await loadMessages(failing);
  await expect(chooseLanguage("de")).rejects.toThrow("offline");
  expect([readLanguage(), t("text"), localStorage.length]).toEqual(["en", "Cart", 0]);
});
