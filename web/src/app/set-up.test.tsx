/** Missing settings. In its own file, because settings are cached. */
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { API, aProduct, config, network, catalogue } from "../test/network";
import { visit } from "../test/visit";

test("a site without settings says so and works once they exist", async () => {
  network.use(config("<!doctype html>"), ...catalogue([aProduct("half-moon")]));
  const user = visit("/");
  expect(await screen.findByRole("alert")).toHaveTextContent("The shop isn’t available right now");

  network.use(config({ apiUrl: API }));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "Cookie half-moon" })).toBeVisible();
});
