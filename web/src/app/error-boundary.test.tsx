import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ErrorBoundary } from "./error-boundary";

function Broken(): never {
  throw new Error("a piece of the bundle is gone");
}

test("a page that breaks says so instead of vanishing", () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  expect(screen.getByRole("alert")).toHaveTextContent("This page fell apart");
  expect(screen.getByRole("button", { name: "Load the page again" })).toBeVisible();
  expect(log).toHaveBeenCalled();
});
