/**
 * The catalogue of a running, seeded stack.
 *
 * Uses the seeded names and a few seeded stocks and prices.
 */
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, SCREENS, setScreen } from "./shop";

const NAMES = [
  "Birthday Sprinkle",
  "Butter Shortbread",
  "Caramel Waffle",
  "Chocolate Chip & Sea Salt",
  "Double Chocolate",
  "Ginger Crackle",
  "Half Moon",
  "Lemon Glaze",
  "Matcha & White Chocolate",
  "Oat & Raisin",
  "Peanut Butter",
  "Raspberry Linzer",
  "Rye & Hazelnut",
  "Vanilla Crescents",
];

test("the catalogue shows every seeded product with its picture", async ({ page }) => {
  const problems = collectConsoleProblems(page);
  await page.goto("/");
  await showAll(page);

  for (const name of NAMES) {
    await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  }
  await expect(card(page, "Raspberry Linzer")).toContainText("Only 3 left");
  await expect(card(page, "Peanut Butter")).toContainText("Only 1 left");
  await expect(card(page, "Caramel Waffle")).toContainText("Sold out");
  await expect(card(page, "Half Moon")).toContainText("€3.60");

  for (const picture of await page.locator("article img").all()) await expectLoaded(picture, page);
  expect(problems).toEqual([]);
});

test("a product opens from the catalogue, and going back returns to it", async ({ page }) => {
  const problems = collectConsoleProblems(page);
  await page.goto("/");
  // Small enough that the page has to scroll.
  await page.setViewportSize({ width: 390, height: 600 });
  await page.getByRole("link", { name: "Half Moon" }).click();

  const heading = page.getByRole("heading", { level: 1, name: "Half Moon" });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await expect(page).toHaveURL("/products/half-moon");
  await expect(page).toHaveTitle("Half Moon · Quarter Past");
  await expect(page.getByText("€3.60", { exact: true }).first()).toBeVisible();
  await expectLoaded(page.getByRole("img", { name: "Illustration of Half Moon" }), page);

  await page.goBack();
  await expect(page.getByRole("link", { name: "Half Moon" })).toBeInViewport();
  expect(problems).toEqual([]);
});

test("a product's address can be opened directly", async ({ page }) => {
  await page.goto("/products/raspberry-linzer");
  await expect(page.getByRole("heading", { level: 1, name: "Raspberry Linzer" })).toBeVisible();
  await expect(page.getByText("Only 3 left").first()).toBeVisible();
});

test("an unknown product says so", async ({ page }) => {
  await page.goto("/products/nope");
  await expect(page.getByRole("heading", { level: 1, name: "We don’t bake that one" })).toBeVisible();
});

test("an unknown page says so", async ({ page }) => {
  await page.goto("/no/such/page");
  await expect(page.getByRole("heading", { level: 1, name: "Nothing here but crumbs" })).toBeVisible();
});

test("a product can be opened with the keyboard", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("article").first().getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveURL(/\/products\//);
});

for (const screen of SCREENS) {
  test(`the pages are accessible: ${screen.name}`, async ({ page }) => {
    await setScreen(page, screen);
    for (const path of ["/", "/products/half-moon", "/products/nope"]) {
      await page.goto(path);
      if (path !== "/products/nope") await expect(page.getByRole("article").first()).toBeVisible();
      await expectAccessible(page);
    }
  });
}

function card(page: Page, name: string) {
  return page.getByRole("article").filter({ has: page.getByRole("link", { name, exact: true }) });
}

async function showAll(page: Page): Promise<void> {
  await expect(page.getByRole("article").first()).toBeVisible();
  const more = page.getByRole("button", { name: "Show more cookies" });
  while (await more.isVisible()) {
    const shown = await page.getByRole("article").count();
    await more.click();
    await expect.poll(() => page.getByRole("article").count()).toBeGreaterThan(shown);
  }
}

async function expectLoaded(picture: ReturnType<Page["locator"]>, page: Page): Promise<void> {
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0), {
      message: `a picture of ${page.url()} is loaded`,
    })
    .toBe(true);
}

/** Collects errors and warnings of the console, including violations of the Content-Security-Policy. */
function collectConsoleProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  return problems;
}
