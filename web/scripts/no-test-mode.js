/**
 * Checks that test mode is not in what is deployed: neither in `dist`, nor in a build with
 * `VITE_TEST_MODE=true`. Run it after `npm run build`.
 *
 * Reads the marker from the source of test mode, so a changed marker is still found.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const marker = markerOf(new URL("../src/app/test-mode.ts", import.meta.url));

rejectMarker(dist, "the bundle");

const asked = mkdtempSync(join(tmpdir(), "shop-web-"));
try {
  process.env.VITE_TEST_MODE = "true";
  await build({ logLevel: "error", build: { outDir: asked, emptyOutDir: true } });
  rejectMarker(asked, "a bundle built with `VITE_TEST_MODE=true`");
} finally {
  rmSync(asked, { recursive: true });
}

/** @param {URL} source */
function markerOf(source) {
  const found = /^const MARKER = "([^"]+)";$/mu.exec(readFileSync(source, "utf8"))?.[1];
  if (found === undefined) throw new Error(`\`${source.pathname}\` has no line \`const MARKER = "…";\``);
  return found;
}

/**
 * @param {string} folder
 * @param {string} what
 */
function rejectMarker(folder, what) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  if (files.length === 0) throw new Error(`\`${folder}\` is empty; run \`npm run build\` first`);
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    if (!readFileSync(path).includes(marker)) continue;
    console.error(
      `${what} contains test mode: \`${marker}\` is in \`${path}\`; hint: import \`app/test-mode.ts\` only if \`import.meta.env.DEV\` is true`,
    );
    process.exitCode = 1;
  }
}
