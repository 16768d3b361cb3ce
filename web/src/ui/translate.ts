/**
 * Typed messages. A catalogue is an object of one language: `{ added: "{name} added", … }`. A message is a text with
 * parameters in braces, or one text per plural category of its parameter `count`. Messages contain no markup: `rich`
 * accepts elements as parameters.
 *
 * The English catalogue defines keys and parameters; `Translation` requires the same of every other language.
 */
import { createElement, Fragment, type ReactNode } from "react";
import { catalogueOf, locale } from "./language";

export type Message = string | Plural;

/** See `Intl.PluralRules`. */
export type Plural = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

export type Catalogue = Readonly<Record<string, Message>>;

/** The names of a message's parameters. */
export type Parameters<M> = M extends string ? InBraces<M> : "count" | InBraces<M[keyof M]>;

type InBraces<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | InBraces<Rest> : never;

/** `Own`, if it has exactly the keys of `English`, and each message exactly its parameters. */
export type Translation<English extends Catalogue, Own extends Catalogue> = {
  readonly [K in keyof English | keyof Own]: K extends keyof English & keyof Own
    ? IsSame<Parameters<English[K]>, Parameters<Own[K]>> extends true
      ? Own[K]
      : { readonly parameters: Parameters<English[K]> }
    : never;
};

type IsSame<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

type Values<M, Value> = [Parameters<M>] extends [never]
  ? []
  : [values: Readonly<Record<Exclude<Parameters<M>, "count">, Value>> & CountOf<M>];

type CountOf<M> = "count" extends Parameters<M> ? { readonly count: number } : unknown;

/** Accessors of one catalogue: `t` returns text, `rich` accepts elements as values. */
export interface Messages<C extends Catalogue> {
  readonly t: <K extends keyof C>(key: K, ...values: Values<C[K], string | number>) => string;
  readonly rich: <K extends keyof C>(key: K, ...values: Values<C[K], ReactNode>) => ReactNode;
}

/** The messages of a catalogue in the language in use, which must be loaded. */
export const messages = <C extends Catalogue>(name: string): Messages<C> => ({
  t: (key, ...[values]) => partsOf<string | number>(name, key as string, values).join(""),
  rich: (key, ...[values]) =>
    createElement(Fragment, null, ...partsOf<ReactNode>(name, key as string, values)),
});

/** Formats a number in the language in use. */
export const formatNumber = (value: number): string => value.toLocaleString(locale());

function partsOf<Value>(
  name: string,
  key: string,
  values: Readonly<Record<string, Value>> = {},
): (string | Value | undefined)[] {
  const message = catalogueOf(name)?.[key];
  if (message === undefined) throw new Error(`message \`${key}\` of \`${name}\` is not loaded`);
  const text = typeof message === "string" ? message : formFor(message, values.count);
  // Every second part is the name of a parameter.
  return text.split(/\{(\w+)\}/u).map((part, at) => (at % 2 === 0 ? part : show(values[part])));
}

const formFor = (plural: Plural, count: unknown): string =>
  plural[new Intl.PluralRules(locale()).select(count as number)] ?? plural.other;

const show = <Value>(value: Value): Value | string =>
  typeof value === "number" ? formatNumber(value) : value;
