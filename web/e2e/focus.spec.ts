/** Using the shop with the keyboard: after each step, the heading of the new page has the focus. */
import { expect, test } from "@playwright/test";
import { expectPageFocused } from "./focus";

test("every step of an order focuses the heading of its page", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Butter Shortbread", exact: true }).press("Enter");
  await expectPageFocused(page, "Butter Shortbread");

  await page.getByRole("button", { name: "Add to cart" }).press("Enter");
  await page.getByRole("banner").getByRole("link", { name: /^Cart/ }).press("Enter");
  await expectPageFocused(page, "Your cart");

  await page.getByRole("link", { name: "Go to checkout" }).press("Enter");
  await expectPageFocused(page, "Checkout");
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Street and number").fill("Kleine Gasse 4");
  await page.getByLabel("Postal code").fill("1010");
  await page.getByLabel("City").fill("Wien");
  await page.getByLabel("Country").selectOption({ label: "Austria" });

  // The order page passes through its states.
  await page.getByRole("button", { name: "Order and pay" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Order confirmed" })).toBeVisible();
  await expectPageFocused(page, "Order confirmed");
  await expect(page.getByRole("status")).toContainText("Order confirmed");

  await page.getByRole("link", { name: "Browse our cookies" }).press("Enter");
  await expectPageFocused(page, /./);
  await page.goBack();
  await expectPageFocused(page, "Order confirmed");
});
