import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { aProduct, catalogue, network } from "../test/network";
import { visit } from "../test/visit";
import { loadFirstMessages } from "./first-load-messages";

test("the footer changes the language of the page and keeps the focus", async () => {
  network.use(...catalogue([aProduct("moon", { price: { amount: 123450, currency: "EUR" } })]));
  await loadFirstMessages();
  const user = visit("/");
  expect(await screen.findByText("€1,234.50")).toBeVisible();
  const english = screen.getByRole("button", { name: "English" });
  const german = screen.getByRole("button", { name: "Deutsch" });
  expect([english, german].map((button) => button.ariaPressed)).toEqual(["true", "false"]);
  expect([english, german].map((button) => button.lang)).toEqual(["en", "de"]);

  await user.click(german);
  expect(await screen.findByRole("group", { name: "Sprache" })).toBeVisible();
  expect(german).toHaveFocus();
  expect([english, german].map((button) => button.ariaPressed)).toEqual(["false", "true"]);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Gebacken um Viertel nach vier.");
  expect(screen.getByText("1.234,50 €")).toBeVisible();
  expect(document.documentElement.lang).toBe("de");
  await waitFor(() => {
    expect(document.title).toBe("Kekse, gebacken bevor Sie aufwachen · Quarter Past");
  });
});
