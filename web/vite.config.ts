/**
 * How the app is built, unit-tested, and served while it is being written.
 *
 * The site is served under a strict Content-Security-Policy, so nothing may be inlined: no asset becomes a
 * `data:` URI. `/config.json` is absent on purpose: it is written when the site is deployed.
 */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { besideStack } from "./vite.stack.ts";
import { madeUpOrders } from "./vite.test-mode.ts";

export default defineConfig({
  plugins: [react(), madeUpOrders(), besideStack(process.env.SITE_URL ?? "http://localhost:5173")],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // One stylesheet and no preload helper: all of it is small, and the first load is counted in bytes.
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
  },
});
