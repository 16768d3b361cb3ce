/** The product page as visitors use it. */
import { screen } from "@testing-library/react";
import { http } from "msw";
import { expect, test, vi } from "vitest";
import { API, aProduct, network, problem, catalogue } from "../test/network";
import { visit } from "../test/visit";

test("the page shows the product", async () => {
  network.use(
    ...catalogue([aProduct("half-moon", { name: "Half Moon", stock: 1, description: "Two sides." })]),
  );
  visit("/products/half-moon");

  expect(await screen.findByRole("heading", { level: 1, name: "Half Moon" })).toBeVisible();
  expect(screen.getByText("€3.50")).toBeVisible();
  expect(screen.getByText("Only 1 left")).toBeVisible();
  expect(screen.getByText("Two sides.")).toBeVisible();
  expect(screen.getByRole("img", { name: "Illustration of Half Moon" })).toBeVisible();
});

test("other products are suggested", async () => {
  network.use(...catalogue(["a", "b", "c"].map((id) => aProduct(id))));
  visit("/products/c");

  const region = await screen.findByRole("region", { name: "You might also like" });
  expect(region).toHaveTextContent(/Cookie a.*Cookie b/);
  expect(region).not.toHaveTextContent("Cookie c");
});

test("an unknown product says so", async () => {
  network.use(...catalogue([]));
  visit("/products/nope");
  expect(await screen.findByRole("heading", { level: 1, name: "We don’t bake that one" })).toBeVisible();
  expect(screen.getByRole("link", { name: "All cookies" })).toHaveAttribute("href", "/");
});

test("the page of an unknown product suggests others", async () => {
  network.use(...catalogue([aProduct("half-moon")]));
  visit("/products/nope");
  const region = await screen.findByRole("region", { name: "Try one of these" });
  expect(region).toHaveTextContent("Cookie half-moon");
});

test("an invalid product ID causes no request", async () => {
  const requested = vi.fn(() => problem(500));
  network.use(http.get(`${API}/products/:id`, requested), ...catalogue([]));
  visit("/products/Not%20A%20Product");
  expect(await screen.findByRole("heading", { level: 1, name: "We don’t bake that one" })).toBeVisible();
  expect(requested).not.toHaveBeenCalled();
});

test("an error is shown and can be retried", async () => {
  network.use(http.get(`${API}/products/:id`, () => problem(500)));
  const user = visit("/products/half-moon");
  expect(await screen.findByRole("alert")).toHaveTextContent("Something went wrong on our end");

  network.use(...catalogue([aProduct("half-moon")]));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Cookie half-moon" })).toBeVisible();
});
