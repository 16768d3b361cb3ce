/** Where the focus is after a change of pages, and how the page is named (WCAG 2.4.2, 2.4.3). */
import { screen, waitFor } from "@testing-library/react";
import { expect } from "vitest";

/** That the page of this heading has the focus on it, has no other heading of its rank, and gives the tab its name. */
export async function expectPageFocused(heading: string): Promise<void> {
  const title = await screen.findByRole("heading", { level: 1, name: heading });
  await waitFor(() => {
    expect(title).toHaveFocus();
  });
  expect(screen.getAllByRole("heading", { level: 1 })).toEqual([title]);
  expect(document.title).toMatch(/^.+ · Quarter Past$/);
}
