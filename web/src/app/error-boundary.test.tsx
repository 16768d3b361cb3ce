import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { reload } from "../browser/leave";
import { ErrorBoundary } from "./error-boundary";

vi.mock("../browser/leave", () => ({ reload: vi.fn() }));

beforeEach(() => {
  vi.mocked(reload).mockClear();
});

function Broken(): never {
  throw new Error("a chunk is missing");
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

test("a page that breaks shows an error", () => {
  open();
  expect(screen.getByRole("alert")).toHaveTextContent("Something went wrong");
  fireEvent.click(screen.getByRole("button", { name: "Reload the page" }));
  expect(reload).toHaveBeenCalledOnce();
});

test("a page that cannot be loaded offline reloads when the browser is back online", () => {
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  open();
  expect(screen.getByRole("alert")).toHaveTextContent("You’re offline");
  // It would lead to the browser's own error page.
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
  expect(reload).not.toHaveBeenCalled();

  online.mockReturnValue(true);
  fireEvent(window, new Event("online"));
  expect(reload).toHaveBeenCalledOnce();
});
