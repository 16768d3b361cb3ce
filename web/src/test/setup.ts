/** What every test file starts with: a page to render into, and a network that answers only what a test says. */
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { network } from "./network";

// A machine with much else to do takes its time, and what never comes still fails the test.
configure({ asyncUtilTimeout: 20_000 });

beforeAll(() => {
  network.listen({ onUnhandledRequest: "error" });
});

beforeEach(() => {
  // jsdom lays nothing out, so it has nowhere to scroll to.
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
});

afterEach(() => {
  cleanup();
  network.resetHandlers();
  localStorage.clear();
  sessionStorage.clear();
});

afterAll(() => {
  network.close();
});
