import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { reload } from "../browser/leave";
import { ErrorBoundary } from "./error-boundary";

vi.mock("../browser/leave", () => ({ reload: vi.fn() }));

beforeEach(() => {
  vi.mocked(reload).mockClear();
});

function Broken(): never {
  throw new Error("a piece of the bundle is gone");
}

const open = () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  expect(log).toHaveBeenCalled();
};

test("a page that breaks says so instead of vanishing", () => {
  open();
  expect(screen.getByRole("alert")).toHaveTextContent("Something went wrong");
  fireEvent.click(screen.getByRole("button", { name: "Reload the page" }));
  expect(reload).toHaveBeenCalledOnce();
});

test("a page whose pieces cannot be fetched without a network waits for one", () => {
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  open();
  expect(screen.getByRole("alert")).toHaveTextContent("You’re offline");
  // It would lead out of the shop, to the browser's own words.
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
  expect(reload).not.toHaveBeenCalled();

  online.mockReturnValue(true);
  fireEvent(window, new Event("online"));
  expect(reload).toHaveBeenCalledOnce();
});
