import { screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { setAuthState, readAuthState } from "../api/session";
import { visit } from "../test/visit";
import { enterTestMode } from "./test-mode";

afterEach(() => {
  setAuthState({ kind: "signed-out" });
});

test("test mode signs in an employee, who stays signed in if the API rejects the token", async () => {
  enterTestMode();
  visit("/signed-out");
  expect(await screen.findByRole("navigation", { name: "Employees" })).toHaveTextContent(
    "employee@test-mode.invalid",
  );

  const authState = readAuthState();
  if (authState.kind === "signed-in") authState.session.end("refused");
  expect(readAuthState()).toBe(authState);
});

test("without test mode, no one is signed in", () => {
  expect(readAuthState()).toEqual({ kind: "signed-out" });
});
