/** Setup of every test file: rendering, the English messages, and a network that fails on unexpected requests. */
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { addMessages, setLanguage, readLanguage } from "../ui/language";
import { cataloguesOf } from "./messages";
import { network } from "./network";

// Generous, for slow machines.
configure({ asyncUtilTimeout: 20_000 });

beforeAll(() => {
  addMessages(cataloguesOf("en"));
  network.listen({ onUnhandledRequest: "error" });
});

beforeEach(() => {
  // jsdom does not implement scrolling.
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
});

afterEach(() => {
  cleanup();
  if (readLanguage() !== "en") setLanguage("en", cataloguesOf("en"));
  network.resetHandlers();
  localStorage.clear();
  sessionStorage.clear();
});

afterAll(() => {
  network.close();
});
