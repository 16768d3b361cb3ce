/** Checks focus and title after a navigation (WCAG 2.4.2, 2.4.3). */
import { screen, waitFor } from "@testing-library/react";
import { expect } from "vitest";

/** Expects this heading to be focused, to be the only `h1`, and the tab to have a title. */
export async function expectPageFocused(heading: string): Promise<void> {
  const title = await screen.findByRole("heading", { level: 1, name: heading });
  await waitFor(() => {
    expect(title).toHaveFocus();
  });
  expect(screen.getAllByRole("heading", { level: 1 })).toEqual([title]);
  expect(document.title).toMatch(/^.+ · Quarter Past$/);
}
