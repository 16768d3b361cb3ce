/** Where the focus is after a change of pages (WCAG 2.4.3). */
import { expect, type Page } from "@playwright/test";

/** That the page of this heading has the focus on it, and no other heading of its rank. */
export async function expectPageFocused(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeFocused();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
}
