/**
 * How the app is built, unit-tested, and served while it is being written.
 *
 * The site is served under a strict Content-Security-Policy, so nothing may be inlined: no asset becomes a
 * `data:` URI. `/config.json` is absent on purpose: it is written when the site is deployed.
 */
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { proxyToStack } from "./vite.stack.ts";
import { sampleOrders } from "./vite.test-mode.ts";

export default defineConfig({
  plugins: [
    react(),
    withoutPreloading(),
    withoutHydration(),
    withNotFoundDocument(),
    sampleOrders(),
    proxyToStack(process.env.SITE_URL ?? "http://localhost:5173"),
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
  // The folder above: a test reads the code that the distribution runs.
  server: { host: "127.0.0.1", port: 5174, strictPort: true, fs: { allow: [".."] } },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    restoreMocks: true,
    testTimeout: 60_000,
  },
});

/**
 * React carries the code that takes over a page rendered on a server, which is never this app's: two kilobytes of the
 * first load. Whether it is hydrating becomes a constant, so the minifier drops what hangs on it. A React that looks
 * different fails the build, and the browser tests run on what is built.
 */
function withoutHydration(): Plugin {
  const edits: readonly (readonly [RegExp, string])[] = [
    [/\n  isHydrating = !1,/u, ""],
    [/\bisHydrating = !(?=[01])/gu, "!"],
    [/\b[\w.$]+\.isDehydrated\b/gu, "!1"],
    [/\nexports\.hydrateRoot = function [^]*?\n\};/u, ""],
    [/"use strict";/u, '"use strict";\nconst isHydrating = !1;'],
  ];
  return {
    name: "without-hydration",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { id: /\/react-dom-client\.production\.js$/u },
      handler(source) {
        for (const [pattern, replacement] of edits) {
          const edited = source.replace(pattern, replacement);
          if (edited === source)
            this.error(`React has nothing like ${String(pattern)}; see how it hydrates now`);
          source = edited;
        }
        return { code: source, map: null };
      },
    },
  };
}

/** The app once more as `404.html`: the document that an unknown page is answered with, under status 404. */
function withNotFoundDocument(): Plugin {
  return {
    name: "with-not-found-document",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const app = bundle["index.html"];
        if (app?.type !== "asset") return this.error("the build has no `index.html` to copy");
        this.emitFile({ type: "asset", fileName: "404.html", source: app.source });
      },
    },
  };
}

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
