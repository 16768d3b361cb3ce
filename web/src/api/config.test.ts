import { beforeEach, expect, test, vi } from "vitest";
import { config as answer, network } from "../test/network";
import type { Config } from "./config";

// The settings are kept for a whole visit; each test is a new one.
let config: () => Promise<Config>;
beforeEach(async () => {
  vi.resetModules();
  ({ config } = await import("./config"));
});

const refused = { failure: { kind: "config" } };

test("the address of the API comes from the settings", async () => {
  network.use(answer({ apiUrl: "https://api.example/v1" }));
  await expect(config()).resolves.toEqual({ apiUrl: "https://api.example/v1" });
});

test("what others want to know from the settings is handed on unread", async () => {
  network.use(answer({ apiUrl: "http://127.0.0.1:4566/v1", clientId: 7 }));
  await expect(config()).resolves.toEqual({ apiUrl: "http://127.0.0.1:4566/v1", clientId: 7 });
});

test("they are asked for once", async () => {
  network.use(answer({ apiUrl: "https://one.example/v1" }));
  await config();
  network.use(answer({ apiUrl: "https://two.example/v1" }));
  await expect(config()).resolves.toEqual({ apiUrl: "https://one.example/v1" });
});

test.each([
  ["nothing in them", {}],
  ["an address that is none", { apiUrl: "shop" }],
  ["a slash at the end", { apiUrl: "https://api.example/v1/" }],
  ["a page instead, as single-page hosting answers for a missing file", "<!doctype html><title>Shop</title>"],
])("settings with %s are refused", async (_, body) => {
  network.use(answer(body));
  await expect(config()).rejects.toMatchObject(refused);
});

test("after a failure the next attempt asks again", async () => {
  network.use(answer({}));
  await expect(config()).rejects.toMatchObject(refused);
  network.use(answer({ apiUrl: "https://api.example/v1" }));
  await expect(config()).resolves.toEqual({ apiUrl: "https://api.example/v1" });
});
