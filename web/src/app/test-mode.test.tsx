import { screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { setAuthState, readAuthState } from "../api/session";
import { visit } from "../test/visit";
import { enterTestMode } from "./test-mode";

afterEach(() => {
  setAuthState({ kind: "signed-out" });
});

test("the test mode's employee is signed in without a pool, and stays so whatever the API says", async () => {
  enterTestMode();
  visit("/signed-out");
  expect(await screen.findByRole("navigation", { name: "Employees" })).toHaveTextContent(
    "nobody@test-mode.invalid",
  );

  const authState = readAuthState();
  if (authState.kind === "signed-in") authState.session.end("refused");
  expect(readAuthState()).toBe(authState);
});

test("nobody is signed in who has not asked for it", () => {
  expect(readAuthState()).toEqual({ kind: "signed-out" });
});
