/**
 * From the catalogue to a confirmed order on a running, seeded stack.
 *
 * Tests run in parallel on one stock, so each buys its own products, and none whose stock the catalogue tests
 * check. Each run needs a few pieces of each product; seed the stack again when they are sold out.
 */
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, placeOrder, product, SCREENS, setScreen, stock, type Product } from "./shop";

test("two products are ordered, the order is confirmed, and the stock decreases by the quantities", async ({
  page,
  request,
}) => {
  const before = {
    moons: await stock(request, "half-moon"),
    matcha: await stock(request, "matcha-white-chocolate"),
  };

  await page.goto("/");
  await add(page, "Half Moon");
  await add(page, "Half Moon");
  await page.getByRole("link", { name: "Matcha & White Chocolate", exact: true }).click();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(cartLink(page)).toHaveAccessibleName(/3 cookies/);

  await cartLink(page).click();
  await expect(page.getByRole("region", { name: "Subtotal" })).toContainText("€11.10");
  await page.getByRole("link", { name: "Go to checkout" }).click();
  await fillIn(page);
  await page.getByRole("button", { name: "Order and pay" }).click();

  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name: "Order confirmed" })).toBeVisible();
  await expect(cartLink(page)).toHaveAccessibleName("Cart");
  expect(await stock(request, "half-moon")).toBe(before.moons - 2);
  expect(await stock(request, "matcha-white-chocolate")).toBe(before.matcha - 1);
  await expect(page.getByRole("row", { name: /2 × Half Moon/ })).toContainText("€7.20");
  await expect(page.getByRole("row", { name: /^Total/ })).toContainText("€11.10");
  await expect(page.getByRole("region", { name: "Delivery address" })).toContainText("Kleine Gasse 4");

  // The URL alone shows the order, to others too, and does not change a new cart.
  await page.goto("/products/half-moon");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.goBack();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Order confirmed" })).toBeVisible();
  await expect(cartLink(page)).toHaveAccessibleName(/1 cookie/);
});

test("when another customer was faster, the order names the shortfall and the cart can be fixed", async ({
  page,
  request,
}) => {
  const left = await stock(request, "vanilla-crescent");
  await page.goto("/products/vanilla-crescent");
  for (let count = 0; count < left; count += 1) {
    await page.getByRole("button", { name: "Add to cart" }).click();
  }
  await page.goto("/checkout");
  await fillIn(page);

  await placeOrder(request, "vanilla-crescent", "Grace Hopper");
  await page.getByRole("button", { name: "Order and pay" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Not enough left" })).toBeVisible();
  const isOrAre = left === 2 ? "is" : "are";
  await expect(
    page.getByText(`You wanted ${String(left)}, but only ${String(left - 1)} ${isOrAre} left.`),
  ).toBeVisible();
  expect(await stock(request, "vanilla-crescent")).toBe(left - 1);

  await page.getByRole("link", { name: "Update your cart" }).click();
  await expect(
    page.getByText(`Only ${String(left - 1)} left; you have ${String(left)} in your cart.`),
  ).toBeVisible();
  await page.getByRole("button", { name: "Fix my cart" }).click();
  // The form is still filled in.
  await page.getByRole("link", { name: "Go to checkout" }).click();
  await expect(page.getByLabel("City")).toHaveValue("Wien");
});

test("a reload keeps the cart, and another tab has the same one", async ({ page, context }) => {
  await page.goto("/");
  await add(page, "Ginger Crackle");
  await page.reload();
  await expect(cartLink(page)).toHaveAccessibleName(/1 cookie/);

  const other = await context.newPage();
  await other.goto("/");
  await add(other, "Ginger Crackle");
  await expect(cartLink(page)).toHaveAccessibleName(/2 cookies/);
});

test("a double click orders once", async ({ page, request }) => {
  const before = await stock(request, "oat-raisin");
  const sent: string[] = [];
  page.on("request", (call) => {
    if (call.method() === "POST") sent.push(call.headers()["idempotency-key"] ?? "none");
  });
  await page.goto("/products/oat-raisin");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.goto("/checkout");
  await fillIn(page);
  await page.getByRole("button", { name: "Order and pay" }).dblclick();

  await expect(page.getByRole("heading", { level: 1, name: "Order confirmed" })).toBeVisible();
  expect(sent).toHaveLength(1);
  expect(await stock(request, "oat-raisin")).toBe(before - 1);
});

test("an order whose response was lost is found in another tab and not placed again", async ({
  page,
  context,
  request,
}) => {
  const before = await stock(request, "lemon-glaze");
  await page.goto("/products/lemon-glaze");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.goto("/checkout");
  await fillIn(page);

  // The order arrives, its response does not, and the page is closed.
  await page.route("**/orders", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Order and pay" }).click();
  await expect(page.getByText("You can try again safely; we’ll only take one order.")).toBeVisible();
  await page.close();

  const other = await context.newPage();
  await other.goto("/checkout");
  await expect(other.getByText(/You’ve placed an order/)).toBeVisible();
  await other.getByRole("link", { name: "Check it" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Order confirmed" })).toBeVisible();
  await expect(cartLink(other)).toHaveAccessibleName("Cart");
  expect(await stock(request, "lemon-glaze")).toBe(before - 1);
});

test("two tabs that order the same cart at once place one order", async ({ page, context, request }) => {
  const before = await stock(request, "ginger-crackle");
  await page.goto("/products/ginger-crackle");
  await page.getByRole("button", { name: "Add to cart" }).click();
  const tabs = [page, await context.newPage()];
  for (const tab of tabs) {
    await tab.goto("/checkout");
    await fillIn(tab);
  }
  await Promise.all(tabs.map((tab) => tab.getByRole("button", { name: "Order and pay" }).click()));

  // One tab shows the order. The other does too, links to it, or has an empty cart.
  const confirmed = (tab: Page) => tab.getByRole("heading", { level: 1, name: "Order confirmed" });
  await expect
    .poll(async () => (await Promise.all(tabs.map((tab) => confirmed(tab).count()))).includes(1))
    .toBe(true);
  for (const tab of tabs) await expect(cartLink(tab)).toHaveAccessibleName("Cart");
  expect(await stock(request, "ginger-crackle")).toBe(before - 1);
});

test("an outdated price is compared with the current one, which is used only when accepted", async ({
  page,
  request,
}) => {
  const before = await stock(request, "raspberry-linzer");
  // The page has an old price.
  const ofApi = (url: URL) => url.pathname.endsWith("/v1/products/raspberry-linzer");
  await page.route(ofApi, async (route) => {
    const answer = await route.fetch();
    const json = (await answer.json()) as Product;
    await route.fulfill({ response: answer, json: { ...json, price: { ...json.price, amount: 100 } } });
  });
  await page.goto("/products/raspberry-linzer");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.goto("/checkout");
  await fillIn(page);
  await expect(page.getByRole("complementary", { name: "Order summary" })).toContainText("€1.00");
  await page.unroute(ofApi);
  await page.getByRole("button", { name: "Order and pay" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Prices have changed" })).toBeFocused();
  await expect(page.getByText(/Was €1.00 each/)).toBeVisible();
  await expectAccessible(page);
  expect(await stock(request, "raspberry-linzer")).toBe(before);

  const { price } = await product(request, "raspberry-linzer");
  const amount = `€${(price.amount / 100).toFixed(2)}`;
  await page.getByRole("button", { name: `Order and pay ${amount}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Order confirmed" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Total/ })).toContainText(amount);
  await expectAccessible(page);
});

test("an order is polled through a lost connection", async ({ page, context }) => {
  await page.goto("/products/butter-shortbread");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.goto("/checkout");
  await fillIn(page);

  // Offline as soon as the order is accepted.
  await page.route("**/orders", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer });
    await context.setOffline(true);
  });
  await page.route("**/orders/status/**", (route) => route.abort("internetdisconnected"));
  await page.getByRole("button", { name: "Order and pay" }).click();
  await expect(page.getByRole("heading", { name: "You’re offline" })).toBeVisible();

  await page.unroute("**/orders/status/**");
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: "Order confirmed" })).toBeVisible();
});

test("the URL of an unknown order shows an error", async ({ page }) => {
  for (const path of [
    "/orders/00000000-0000-8000-8000-00000000000f",
    "/orders/status/arn:aws:states:eu-west-1:123456789012:execution:unknown:order",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: "We can’t find this order" })).toBeVisible();
  }
});

for (const screen of SCREENS) {
  test(`ordering is accessible: ${screen.name}`, async ({ page }) => {
    await setScreen(page, screen);
    await page.goto("/products/birthday-sprinkle");
    await page.getByRole("button", { name: "Add to cart" }).click();

    await page.goto("/cart");
    await expect(page.getByRole("link", { name: "Go to checkout" })).toBeVisible();
    await expectAccessible(page);
    const brand = page.getByRole("banner").getByText("Quarter Past");
    expect(await brand.evaluate(linesOf), "lines of the brand beside a cart with a count").toBe(1);

    await page.getByRole("link", { name: "Go to checkout" }).click();
    await page.getByRole("button", { name: "Order and pay" }).click();
    await expect(page.getByRole("region", { name: /^Please fix these/ })).toBeFocused();
    await expectAccessible(page);

    await page.goto("/orders/nope");
    await expectAccessible(page);
  });
}

test("an order can be placed with the keyboard", async ({ page }) => {
  await page.goto("/products/double-chocolate");
  await page.getByRole("button", { name: "Add to cart" }).press("Enter");
  await page.getByRole("link", { name: "View cart" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Your cart" })).toBeFocused();
  await page.getByRole("link", { name: "Go to checkout" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeFocused();

  // From the name via phone, street, postal code and city to the country.
  await page.getByLabel("Name").focus();
  for (const typed of ["Ada Lovelace", "ada@example.com", "", "Kleine Gasse 4", "1010", "Wien", "Austria"]) {
    await page.keyboard.type(typed);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Order confirmed" })).toBeVisible();
});

const cartLink = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Cart/ });

const add = (page: Page, name: string) => page.getByRole("button", { name: `Add ${name} to cart` }).click();

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Street and number").fill("Kleine Gasse 4");
  await page.getByLabel("Postal code").fill("1010");
  await page.getByLabel("City").fill("Wien");
  await page.getByLabel("Country").selectOption({ label: "Austria" });
}

function linesOf(element: Element): number {
  const text = document.createRange();
  text.selectNodeContents(element);
  return text.getClientRects().length;
}
