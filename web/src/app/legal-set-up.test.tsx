/** A site whose settings name no company. By itself, because the settings are read once a file. */
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { visit } from "../test/visit";

test("without a company the imprint is a failure, and its cause is reported", async () => {
  const reported: string[] = [];
  visit("/imprint", (error) => reported.push(error.message));
  expect(await screen.findByRole("alert")).toHaveTextContent("The shop isn’t available right now");
  expect(reported.join()).toContain("company");
});
