/**
 * How the app is built, served while hacking, and unit-tested.
 *
 * The site is served under a strict Content-Security-Policy, so nothing may be inlined: no asset becomes a
 * `data:` URI. `/config.json` is absent on purpose: it is written when the site is deployed.
 */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // One stylesheet and no preload helper: all of it is small, and the first load is counted in bytes.
    cssCodeSplit: false,
    modulePreload: false,
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    strictPort: true,
    // A stack that is already up (`make dev` on another port) answers for what a deployment writes beside the bundle.
    ...(process.env.SHOP_SITE === undefined
      ? {}
      : { proxy: { "/config.json": process.env.SHOP_SITE, "/images": process.env.SHOP_SITE } }),
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    restoreMocks: true,
  },
});
