import { createElement, Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, expectTypeOf, test } from "vitest";
import { cataloguesOf } from "../test/messages";
import { addMessages, setLanguage } from "./language";
import { formatMoney } from "./money";
import { formatNumber, messages, type Translation } from "./translate";

const en = {
  plain: "Cart",
  named: "{name} added",
  shown: { one: "{count} cookie of {name}", other: "{count} cookies of {name}" },
} as const;

const de = {
  plain: "Warenkorb",
  named: "{name} hinzugefügt",
  shown: { one: "{count} Keks von {name}", other: "{count} Kekse von {name}" },
} as const;

de satisfies Translation<typeof en, typeof de>;

const { t, rich } = messages<typeof en>("test");

beforeEach(() => {
  addMessages({ test: en });
});

const inGerman = () => {
  setLanguage("de", { ...cataloguesOf("de"), test: de });
};

test("a message is formatted with its parameters", () => {
  expect(t("plain")).toBe("Cart");
  expect(t("named", { name: "Half Moon" })).toBe("Half Moon added");
});

test("a message has one text per plural category of its count", () => {
  const shown = (count: number) => t("shown", { count, name: "Ada" });
  expect([0, 1, 2, 1234].map(shown)).toEqual([
    "0 cookies of Ada",
    "1 cookie of Ada",
    "2 cookies of Ada",
    "1,234 cookies of Ada",
  ]);
  inGerman();
  expect([0, 1, 2, 1234].map(shown)).toEqual([
    "0 Kekse von Ada",
    "1 Keks von Ada",
    "2 Kekse von Ada",
    "1.234 Kekse von Ada",
  ]);
});

test("a plural category without a text uses the other one", () => {
  addMessages({ test: { ...en, shown: { other: "{count} of {name}" } } });
  expect(t("shown", { count: 1, name: "Ada" })).toBe("1 of Ada");
});

test("a parameter is inserted literally", () => {
  expect(t("named", { name: "{count} $& <b>" })).toBe("{count} $& <b> added");
});

test("an element is a parameter of a rich message", () => {
  const shown = rich("named", { name: createElement("b", null, "Half Moon") });
  expect(renderToStaticMarkup(createElement(Fragment, null, shown))).toBe("<b>Half Moon</b> added");
});

test("a message that is not loaded is an error", () => {
  const missing = messages<typeof en>("never-loaded");
  expect(() => missing.t("plain")).toThrow("message `plain` of `never-loaded` is not loaded");
});

test("numbers and amounts follow the language", () => {
  const price = { amount: 123450, currency: "EUR" };
  expect([formatNumber(1234.5), formatMoney(price)]).toEqual(["1,234.5", "€1,234.50"]);
  inGerman();
  expect([formatNumber(1234.5), formatMoney(price)]).toEqual(["1.234,5", "1.234,50\u00a0€"]);
});

test("a call with a missing or unknown key or parameter does not compile", () => {
  const calls = () => [
    // @ts-expect-error -- `name` is missing.
    t("named"),
    // @ts-expect-error -- `name` is missing.
    t("named", {}),
    // @ts-expect-error -- `count` is missing.
    t("shown", { name: "Ada" }),
    // @ts-expect-error -- `count` must be a number.
    t("shown", { count: "1", name: "Ada" }),
    // @ts-expect-error -- `plain` has no parameters.
    t("plain", { name: "Ada" }),
    // @ts-expect-error -- There is no such message.
    t("unknown"),
    // @ts-expect-error -- An element is not text.
    t("named", { name: createElement("b") }),
  ];
  expect(calls).toBeTypeOf("function");
});

test("a translation with other keys or parameters does not compile", () => {
  type Changed<Own> = Omit<typeof de, keyof Own> & Own;
  type Fits<Own extends Record<string, string | typeof de.shown>> =
    Own extends Translation<typeof en, Own> ? true : false;
  expectTypeOf<Fits<typeof de>>().toEqualTypeOf<true>();
  expectTypeOf<Fits<Changed<{ plain: "Korb" }>>>().toEqualTypeOf<true>();
  expectTypeOf<Fits<Omit<typeof de, "plain">>>().toEqualTypeOf<false>();
  expectTypeOf<Fits<typeof de & { more: "Mehr" }>>().toEqualTypeOf<false>();
  expectTypeOf<Fits<Changed<{ named: "hinzugefügt" }>>>().toEqualTypeOf<false>();
  expectTypeOf<Fits<Changed<{ named: "{nmae} hinzugefügt" }>>>().toEqualTypeOf<false>();
  expectTypeOf<Fits<Changed<{ named: "{name} {more} hinzugefügt" }>>>().toEqualTypeOf<false>();
  expectTypeOf<Fits<Changed<{ shown: "{name}" }>>>().toEqualTypeOf<false>();
});
