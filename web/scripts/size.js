/**
 * Holds the first load of the catalogue to its budget: the JavaScript that a browser must have, gzip, before it
 * shows a product. Run it after `npm run build`.
 *
 * What is counted is what the built `index.html` names and everything those files import at once. Pieces that a
 * page asks for later are listed and not counted.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const BUDGET_BYTES = 90_000;

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const first = firstLoad();
const later = readdirSync(join(dist, "assets")).filter((name) => name.endsWith(".js") && !first.has(name));
const total = [...first].map(gzipSize).reduce((sum, size) => sum + size, 0);

for (const name of first) print(name, "first load");
for (const name of later) print(name, "later");
console.log(`${kilobytes(total)} of ${kilobytes(BUDGET_BYTES)} on the first load`);

if (total > BUDGET_BYTES) {
  console.error(
    `the first load is ${kilobytes(total - BUDGET_BYTES)} over budget; load what the catalogue can do without lazily`,
  );
  process.exitCode = 1;
}

/** @returns {Set<string>} names of files in `dist/assets` */
function firstLoad() {
  const found = new Set(
    named(readFileSync(join(dist, "index.html"), "utf8"), /(?:src|href)="\/assets\/([^"]+\.js)"/g),
  );
  if (found.size === 0) throw new Error("`dist/index.html` names no script; run `npm run build` first");
  // A set can grow while it is walked: imports of imports are reached too.
  for (const name of found) {
    const source = readFileSync(join(dist, "assets", name), "utf8");
    for (const imported of named(source, /(?:from|import)\s*"\.\/([^"]+\.js)"/g)) found.add(imported);
  }
  return found;
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
function named(text, pattern) {
  return [...text.matchAll(pattern)].map((match) => basename(match[1] ?? ""));
}

/** @param {string} name */
function gzipSize(name) {
  return gzipSync(readFileSync(join(dist, "assets", name))).length;
}

/**
 * @param {string} name
 * @param {string} when
 */
function print(name, when) {
  console.log(`${kilobytes(gzipSize(name)).padStart(9)}  ${when.padEnd(10)}  ${name}`);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
