/**
 * How the app is built, unit-tested, and served while it is being written.
 *
 * The site is served under a strict Content-Security-Policy, so nothing may be inlined: no asset becomes a
 * `data:` URI. `/config.json` is absent on purpose: it is written when the site is deployed.
 */
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { besideStack } from "./vite.stack.ts";
import { madeUpOrders } from "./vite.test-mode.ts";

export default defineConfig({
  plugins: [
    react(),
    withoutPreloading(),
    madeUpOrders(),
    besideStack(process.env.SITE_URL ?? "http://localhost:5173"),
  ],
  resolve: {
    // The router brings a stand-in for a hook that React has had since 18.
    alias: { "use-sync-external-store/shim/index.js": "react" },
  },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // One stylesheet, and no piece that another one asks for in advance: all of it is small.
    cssCodeSplit: false,
    modulePreload: false,
    // What the first load needs comes in one piece: cut in two, it packs less tightly.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first-load", tags: ["$initial"] }] } } },
  },
  server: { host: "127.0.0.1", port: 5174, strictPort: true },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    restoreMocks: true,
    testTimeout: 60_000,
  },
});

/**
 * Vite wraps every `import()` in what preloads its pieces and styles, also where there is nothing to preload: two kilobytes
 * of the first load. Here it becomes the bare `import()`; a Vite that calls it something else fails the build.
 */
function withoutPreloading(): Plugin {
  let replaced = false;
  return {
    name: "without-preloading",
    apply: "build",
    enforce: "pre",
    load: {
      filter: { id: /^\0vite\/preload-helper\.js$/u },
      handler: () => {
        replaced = true;
        return "export const __vitePreload = (load) => load();";
      },
    },
    buildEnd(error) {
      if (error === undefined && !replaced)
        this.error("`vite/preload-helper.js` was not asked for; look how this Vite calls it");
    },
  };
}
