/**
 * Checks download sizes (gzip) against budgets. Run it after `npm run build`.
 *
 * - First load: the JavaScript needed before a product is shown, that is, the scripts of `index.html` with
 *   their static imports, and the messages.
 * - Styles: one stylesheet for all pages.
 * - Each page loaded later: its chunk with its static imports, without those of the first load, and its messages.
 *
 * Messages count in the language in which they are largest.
 *
 * A chunk without a budget is an error, so that each new page gets one.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const FIRST_LOAD = 90_000;
const STYLES = 9_500;

/** The messages of the first load. */
const FIRST_LOAD_MESSAGES = ["app-first-load-messages"];

/**
 * The messages that a page loads with its chunk.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const PAGE_MESSAGES = {
  employees: ["app-employee-messages", "sign-in-messages"],
  "employee-bar": ["sign-in-messages"],
  checkout: ["checkout-messages"],
  "order-status": ["checkout-messages", "checkout-order-messages"],
  inventory: ["inventory-messages"],
};

/** By chunk name, without the hash. */
const PAGES = {
  "cart-page": 8_000,
  checkout: 13_000,
  employees: 36_000,
  "employee-bar": 11_000,
  // With the chunk of the employees, from which it is opened.
  inventory: 35_000,
  "session-relay.worker": 2_000,
  "legal-pages": 3_000,
  "not-found-page": 1_000,
  "order-status": 9_500,
  "prices-changed": 1_500,
  "product-page": 2_500,
};

const assets = fileURLToPath(new URL("../dist/assets/", import.meta.url));
const html = readFileSync(join(assets, "../index.html"), "utf8");

const chunks = readdirSync(assets).filter((name) => name.endsWith(".js"));
const named = matches(html, /(?:src|href)="\/assets\/([^"]+\.js)"/g);
if (named.length === 0) throw new Error("`dist/index.html` names no script; run `npm run build` first");
const first = withImports(named);

const early = first.filter((name) => nameOf(name) === "early-requests");
if (early.length !== 1 || withImports(early).length !== 1) {
  fail("the script `early-requests` is missing, or waits for a script that it imports");
}

/** @type {Set<string>} */
const counted = new Set(first);

checkSize("first load", [...first, ...largest(FIRST_LOAD_MESSAGES)], FIRST_LOAD);
checkSize(
  "styles",
  readdirSync(assets).filter((name) => name.endsWith(".css")),
  STYLES,
);

for (const [page, budget] of Object.entries(PAGES)) {
  const own = chunks.filter((name) => nameOf(name) === page);
  if (own.length !== 1) {
    fail(
      `${String(own.length)} chunks are named \`${page}\`; hint: correct the budgets in \`scripts/size.js\``,
    );
    continue;
  }
  const load = withImports(own).filter((name) => !first.includes(name));
  for (const name of load) counted.add(name);
  checkSize(page, [...load, ...largest(PAGE_MESSAGES[page] ?? [])], budget);
}
for (const name of chunks.filter((chunk) => !counted.has(chunk))) {
  fail(`\`${name}\` has no budget; hint: add one for its page in \`scripts/size.js\``);
}

/**
 * The chunks with these messages in the language in which they are largest.
 *
 * @param {readonly string[]} messages
 */
function largest(messages) {
  return messages.map((name) => {
    const languages = chunks.filter((chunk) => nameOf(chunk).replace(/\.\w+$/, "") === name);
    for (const chunk of languages) counted.add(chunk);
    const [most] = languages.sort((a, b) => sizeOf(b) - sizeOf(a));
    if (most === undefined) throw new Error(`the build has no messages \`${name}\``);
    return most;
  });
}

/**
 * These chunks with all their static imports.
 *
 * @param {string[]} names
 * @returns {string[]}
 */
function withImports(names) {
  const found = new Set(names);
  // Iterating over a growing set also visits imports of imports.
  for (const name of found) {
    const source = readFileSync(join(assets, name), "utf8");
    for (const imported of matches(source, /(?:from|import)\s*"\.\/([^"]+\.js)"/g)) found.add(imported);
  }
  return [...found];
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
function matches(text, pattern) {
  return [...text.matchAll(pattern)].map((match) => basename(match[1] ?? ""));
}

/** @param {string} file */
function nameOf(file) {
  return file.replace(/-[\w-]{8}\.js$/, "");
}

/**
 * @param {string} what
 * @param {string[]} names
 * @param {number} budget
 */
function checkSize(what, names, budget) {
  const size = names.reduce((sum, name) => sum + sizeOf(name), 0);
  console.log(`${kilobytes(size).padStart(8)} of ${kilobytes(budget).padStart(7)}  ${what}`);
  if (size > budget) fail(`${what} is ${kilobytes(size - budget)} over budget`);
}

/** @param {string} name */
function sizeOf(name) {
  return gzipSync(readFileSync(join(assets, name))).length;
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
