/**
 * Build, unit tests and development server.
 *
 * The site has a strict Content-Security-Policy, so nothing is inlined: no asset becomes a `data:` URI.
 * `/config.json` is not part of the build; the deployment writes it.
 */
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { withEarlyRequests } from "./vite.early-requests.ts";
import { proxyToStack } from "./vite.stack.ts";
import { withoutViewTransitions } from "./vite.view-transitions.ts";
import { sampleOrders } from "./vite.test-mode.ts";

/** The modules of the first script. It must not import others, or it would wait for them; `npm run size` checks that. */
const EARLY_REQUESTS =
  /\/src\/(?:send-early-requests|preload-page|api\/early-requests|api\/paths|app\/first-load-messages\/index|ui\/(?:languages?|load-messages))\.ts$/u;

const MESSAGES = /\/([\w-]+)\/((?:[\w-]+-)?messages)\/(\w+)\.ts$/u;

export default defineConfig({
  plugins: [
    react(),
    withoutPreloading(),
    withoutHydration(),
    withoutViewTransitions(),
    withEarlyRequests(),
    withNotFoundDocument(),
    sampleOrders(),
    proxyToStack(process.env.SITE_URL ?? "http://localhost:5173"),
  ],
  resolve: {
    // The router depends on a polyfill for a hook that React has had since version 18.
    alias: { "use-sync-external-store/shim/index.js": "react" },
  },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // One small stylesheet. The first script preloads the chunks of the first page; Vite preloads none.
    cssCodeSplit: false,
    modulePreload: false,
    // Two scripts: a small one that sends the first requests, and the app in one chunk, which compresses best.
    rolldownOptions: {
      output: {
        // Messages are named after their folder: `checkout-messages.de`.
        chunkFileNames: ({ facadeModuleId }) => {
          const [, folder, kind, language] = MESSAGES.exec(facadeModuleId ?? "") ?? [];
          const name = folder === undefined ? "[name]" : `${folder}-${String(kind)}.${String(language)}`;
          return `assets/${name}-[hash].js`;
        },
        codeSplitting: {
          groups: [
            { name: "early-requests", test: EARLY_REQUESTS, priority: 1 },
            { name: "main", tags: ["$initial"] },
          ],
        },
      },
    },
  },
  // A test reads the code of the CDN function from the parent folder.
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
 * Removes React's hydration code, two kilobytes of the first load, because the app is never rendered on a
 * server. `isHydrating` becomes a constant, so the minifier drops the rest. The build fails if React's code
 * looks different, and the browser tests run on the result.
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
            this.error(
              `React does not contain ${String(pattern)}; hint: adapt the plugin to this version of React`,
            );
          source = edited;
        }
        return { code: source, map: null };
      },
    },
  };
}

/** Copies the app to `404.html`, the document for unknown paths (status 404). */
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
 * Replaces Vite's wrapper of `import()`, which preloads chunks and styles, by the bare `import()`. Saves two
 * kilobytes of the first load. The build fails if a future Vite renames the wrapper.
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
        this.error("`vite/preload-helper.js` was not loaded; hint: adapt the plugin to this version of Vite");
    },
  };
}
