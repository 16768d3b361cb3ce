import { beforeEach, expect, test, vi } from "vitest";
import { config as answer, network } from "../test/network";
import type { Config } from "./config";

// The settings are cached for a visit; each test starts a new visit.
let config: () => Promise<Config>;
beforeEach(async () => {
  vi.resetModules();
  ({ config } = await import("./config"));
});

const refused = { failure: { kind: "config" } };

test("the API URL comes from the settings", async () => {
  network.use(answer({ apiUrl: "https://api.example/v1" }));
  await expect(config()).resolves.toEqual({ apiUrl: "https://api.example/v1" });
});

test("unknown settings are passed through unchecked", async () => {
  network.use(answer({ apiUrl: "http://127.0.0.1:4566/v1", clientId: 7 }));
  await expect(config()).resolves.toEqual({ apiUrl: "http://127.0.0.1:4566/v1", clientId: 7 });
});

test("the settings are fetched once", async () => {
  network.use(answer({ apiUrl: "https://one.example/v1" }));
  await config();
  network.use(answer({ apiUrl: "https://two.example/v1" }));
  await expect(config()).resolves.toEqual({ apiUrl: "https://one.example/v1" });
});

test.each([
  ["no keys", {}],
  ["an invalid URL", { apiUrl: "shop" }],
  ["a trailing slash", { apiUrl: "https://api.example/v1/" }],
  [
    "an HTML page, which single-page hosting returns for a missing file",
    "<!doctype html><title>Shop</title>",
  ],
])("settings with %s are refused", async (_, body) => {
  network.use(answer(body));
  await expect(config()).rejects.toMatchObject(refused);
});

test("after a failure the settings are fetched again", async () => {
  network.use(answer({}));
  await expect(config()).rejects.toMatchObject(refused);
  network.use(answer({ apiUrl: "https://api.example/v1" }));
  await expect(config()).resolves.toEqual({ apiUrl: "https://api.example/v1" });
});
