/** The site in German on a running stack, and the change of the language. */
import { expect, test, type Page } from "@playwright/test";
import { openAsEmployee, SOLD_OUT } from "./employee";
import { expectAccessible, placeOrder } from "./shop";

const SCREENS = [
  { name: "desktop", viewport: { width: 1280, height: 800 } },
  { name: "phone", viewport: { width: 390, height: 844 } },
];

for (const { name, viewport } of SCREENS) {
  test.describe(`in German, ${name}`, () => {
    test.use({ viewport, locale: "de-AT" });

    test("a cookie is ordered", async ({ page }) => {
      const scripts = requestedScripts(page);
      await page.goto("/");
      await expectPage(page, "Gebacken um Viertel nach vier.", "Kekse, gebacken bevor Sie aufwachen");
      await expect(page.getByText(/^\d+,\d\d\s€$/u).first()).toBeVisible();
      await page.getByRole("button", { name: "Double Chocolate in den Warenkorb legen" }).click();
      await expect(cartLink(page)).toHaveAccessibleName(/^Warenkorb 1 Keks$/u);

      await page.getByRole("link", { name: "Double Chocolate", exact: true }).click();
      await expectPage(page, "Double Chocolate");
      await page.getByRole("link", { name: "Warenkorb ansehen" }).click();
      await expectPage(page, "Ihr Warenkorb");
      await expect(page.getByRole("region", { name: "Zwischensumme" })).toContainText(/\d,\d\d\s€/u);

      await page.getByRole("link", { name: "Zur Kasse" }).click();
      await expectPage(page, "Kasse");
      await order(page).click();
      await expect(page.getByRole("region", { name: "Bitte prüfen Sie diese 6 Angaben" })).toBeFocused();
      await expect(page.getByRole("link", { name: "Name: Bitte geben Sie Ihren Namen ein" })).toBeVisible();
      await expectAccessible(page);
      await page.getByLabel("Name").fill("Ada Lovelace");
      await page.getByLabel("E-Mail").fill("ada@example.com");
      await page.getByLabel("Straße und Hausnummer").fill("Kleine Gasse 4");
      await page.getByLabel("Postleitzahl").fill("1010");
      await page.getByLabel("Ort").fill("Wien");
      await page.getByLabel("Land").selectOption({ label: "Österreich" });
      await order(page).click();

      await expectPage(page, "Bestellung bestätigt");
      await expect(page.getByRole("row", { name: /^Gesamtsumme/u })).toContainText(/\d,\d\d\s€/u);
      await expect(page.getByText(/^Bestellt am \d+\. \p{L}+ \d{4} um \d\d:\d\d$/u)).toBeVisible();
      await expect(page.getByText("Österreich")).toBeVisible();

      await page.goto("/products/unknown");
      await expectPage(page, "Diesen Keks backen wir nicht", "Keks nicht gefunden");
      await page.goto("/nope");
      await expectPage(page, "Hier sind nur noch Krümel", "Seite nicht gefunden");
      expect(scripts.filter((path) => path.includes("messages.de-")).length).toBeGreaterThan(1);
      expect(
        scripts.filter((path) => path.includes("messages.en-")),
        "English is not loaded",
      ).toEqual([]);
    });

    test("an employee signs in and out", async ({ page, request }) => {
      const id = await placeOrder(request, SOLD_OUT, "Grace Hopper");
      await openAsEmployee(page, "/dashboard");
      await expect(page.getByRole("region", { name: /^Heute, \d+\. \p{L}+ \d{4}/u })).toBeVisible();
      await page.getByRole("radio", { name: "Abgelehnt" }).check();
      const link = page.locator(`a[href="/dashboard/orders/${id}"]`);
      await expect(link).toBeVisible();
      await expect(page.getByText(/^Zeiten in /u)).toBeVisible();
      await expectPage(page, "Bestellungen");

      await link.click();
      await expect(page.getByText("Nicht genug auf Lager.")).toBeVisible();
      await expectPage(page, "Bestellung", `Bestellung ${id}`);
      await page.getByRole("link", { name: "Alle Bestellungen" }).click();
      await expect(page.getByRole("button", { name: "Bericht erstellen" })).toBeVisible();

      await page.getByRole("button", { name: "Abmelden" }).click();
      await expectPage(page, "Sie sind abgemeldet", "Abgemeldet");
    });

    test("the legal texts are marked as English", async ({ page }) => {
      await page.goto("/terms");
      await expect(page.locator("[lang=en]").getByRole("heading", { name: "Payment" })).toBeVisible();
      await expectPage(page, "Allgemeine Geschäftsbedingungen");
    });
  });
}

test("the language is changed with the keyboard, and what was typed stays", async ({ page }) => {
  await page.goto("/products/double-chocolate");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.goto("/checkout");
  await page.getByLabel("Name").fill("Ada Lovelace");

  const german = page.getByRole("group", { name: "Language" }).getByRole("button", { name: "Deutsch" });
  await expect(german).toHaveAttribute("lang", "de");
  await german.focus();
  await page.keyboard.press("Enter");
  await expect(order(page)).toBeVisible();
  const pressed = page.getByRole("group", { name: "Sprache" }).getByRole("button", { pressed: true });
  await expect(pressed).toHaveText("Deutsch");
  await expect(pressed).toBeFocused();
  await expect(page.getByLabel("Name")).toHaveValue("Ada Lovelace");
  await expect(page).toHaveURL("/checkout");
  await expectPage(page, "Kasse");

  await page.reload();
  await expectPage(page, "Kasse");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Order and pay" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("without a network, the language stays and the page says so", async ({ page, context }) => {
  await page.goto("/");
  await expect(page.getByRole("article").first()).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("alert")).toHaveText(/^The language couldn’t be changed/u);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("messages are requested while the app is still loading", async ({ page }) => {
  const app: (() => void)[] = [];
  await page.route(/\/assets\/index-[^/]+\.js$/u, async (route) => {
    await new Promise<void>((resolve) => app.push(resolve));
    await route.continue();
  });
  const messages = page.waitForResponse(/\/assets\/app-first-load-messages\.en-/u);
  await page.goto("/", { waitUntil: "commit" });
  await messages;
  await expect.poll(() => app.length).toBeGreaterThan(0);
  for (const release of app) release();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

const cartLink = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Warenkorb/u });

const order = (page: Page) => page.getByRole("button", { name: "Zahlungspflichtig bestellen" });

/** Expects a page in German with this heading, and the same title unless another is given. */
async function expectPage(page: Page, heading: string, title = heading): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading, exact: true })).toBeVisible();
  await expect(page).toHaveTitle(`${title} · Quarter Past`);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expectAccessible(page);
}

function requestedScripts(page: Page): string[] {
  const paths: string[] = [];
  page.on("request", (call) => paths.push(new URL(call.url()).pathname));
  return paths;
}
