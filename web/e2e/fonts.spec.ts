/** The fonts that the browser uses, including the Latin Extended files, which are loaded on demand. */
import { expect, test, type CDPSession, type Page } from "@playwright/test";

const NAME = "Łukasz Dvořák";

test("a Latin Extended name uses the shop's fonts, whose extra files are loaded only then", async ({
  page,
}) => {
  const extended: string[] = [];
  page.on("request", (request) => {
    if (/latin-ext.*\.woff2$/u.test(request.url())) extended.push(request.url());
  });
  await page.goto("/");
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(extended, "for the catalogue").toEqual([]);

  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  await page.evaluate((name) => {
    const [title, text] = [document.querySelector("h1"), document.querySelector("footer p")];
    for (const element of [title, text]) if (element !== null) element.textContent = name;
  }, NAME);
  await expect.poll(() => fontsOf(session, page, "h1")).toEqual(["Young Serif"]);
  await expect.poll(() => fontsOf(session, page, "footer p")).toEqual(["Figtree"]);
  expect(extended).toHaveLength(2);
});

/** The font families used for the text of an element. */
async function fontsOf(session: CDPSession, page: Page, selector: string): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  return [...new Set(fonts.map(({ familyName }) => familyName.replace(/ Light$| Regular$| Variable$/u, "")))];
}
