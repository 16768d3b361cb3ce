/** Settings without a company. In its own file, because settings are read once per file. */
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { visit } from "../test/visit";

test("without a company the imprint shows an error, and the cause is reported", async () => {
  const reported: string[] = [];
  visit("/imprint", (error) => reported.push(error.message));
  expect(await screen.findByRole("alert")).toHaveTextContent("The shop isn’t available right now");
  expect(reported.join()).toContain("company");
});
