import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Stock } from "./stock";

test.each([
  [0, "Sold out"],
  [1, "Only 1 left"],
  [5, "Only 5 left"],
  [6, "In stock"],
  [4000, "In stock"],
])("a stock of %i says “%s”", (count, text) => {
  render(<Stock count={count} />);
  expect(screen.getByText(text)).toBeVisible();
});
