/** Navigation: titles, focus, scrolling and unknown paths. */
import { act, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { aProduct, network, catalogue } from "../test/network";
import { visit } from "../test/visit";

const heading = (name: string) => screen.findByRole("heading", { level: 1, name });

// Spied on in `test/setup.ts`.
const scrolling = () => vi.spyOn(window, "scrollTo");

test("the first page does not move the focus", async () => {
  network.use(...catalogue([]));
  visit("/");
  await heading("Baked at a quarter past four.");
  expect(document.body).toHaveFocus();
  expect(document.title).toBe("Cookies baked before you wake · Quarter Past");
});

test("a page opened by a link gets focus and title, and is scrolled to the top", async () => {
  network.use(...catalogue([aProduct("half-moon", { name: "Half Moon" })]));
  const user = visit("/");
  await user.click(await screen.findByRole("link", { name: "Half Moon" }));

  const title = await heading("Half Moon");
  await waitFor(() => {
    expect(title).toHaveFocus();
  });
  expect(document.title).toBe("Half Moon · Quarter Past");
  expect(scrolling()).toHaveBeenCalledWith(0, 0);
});

test("going back does not change the scroll position", async () => {
  network.use(...catalogue([aProduct("half-moon", { name: "Half Moon" })]));
  const user = visit("/");
  await user.click(await screen.findByRole("link", { name: "Half Moon" }));
  await heading("Half Moon");
  scrolling().mockClear();

  act(() => {
    window.history.back();
  });
  await heading("Baked at a quarter past four.");
  expect(scrolling()).not.toHaveBeenCalled();
});

test("an unknown path shows an error and links to the catalogue", async () => {
  network.use(...catalogue([]));
  const user = visit("/careers/baker");
  await heading("Nothing here but crumbs");

  await user.click(screen.getByRole("link", { name: "Browse our cookies" }));
  expect(await heading("Baked at a quarter past four.")).toBeVisible();
});

test("the skip link leads to the content", async () => {
  network.use(...catalogue([]));
  const user = visit("/");
  await user.tab();
  expect(screen.getByRole("link", { name: "Skip to content" })).toHaveFocus();
  expect(screen.getByRole("link", { name: "Skip to content" })).toHaveAttribute(
    "href",
    `#${screen.getByRole("main").id}`,
  );
});
