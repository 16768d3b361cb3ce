import { screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { changeStanding, readStanding } from "../api/session";
import { visit } from "../test/visit";
import { enterTestMode } from "./test-mode";

afterEach(() => {
  changeStanding({ kind: "out" });
});

test("the test mode's employee is signed in without a pool, and stays so whatever the API says", async () => {
  enterTestMode();
  visit("/signed-out");
  expect(await screen.findByRole("navigation", { name: "Employees" })).toHaveTextContent(
    "nobody@test-mode.invalid",
  );

  const standing = readStanding();
  if (standing.kind === "in") standing.session.end("refused");
  expect(readStanding()).toBe(standing);
});

test("nobody is signed in who has not asked for it", () => {
  expect(readStanding()).toEqual({ kind: "out" });
});
