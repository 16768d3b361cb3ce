/** Checks the focus after a navigation (WCAG 2.4.3). */
import { expect, type Page } from "@playwright/test";

/** Expects this heading to be focused and to be the only `h1`. */
export async function expectPageFocused(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeFocused();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
}
