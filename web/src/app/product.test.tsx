/** A product's page as a visitor meets it. */
import { screen } from "@testing-library/react";
import { http } from "msw";
import { expect, test, vi } from "vitest";
import { API, aProduct, network, problem, catalogue } from "../test/network";
import { visit } from "../test/visit";

test("a product's address shows the product", async () => {
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

test("its neighbours are one step away", async () => {
  network.use(...catalogue(["a", "b", "c"].map((id) => aProduct(id))));
  visit("/products/c");

  const region = await screen.findByRole("region", { name: "You might also like" });
  expect(region).toHaveTextContent(/Cookie a.*Cookie b/);
  expect(region).not.toHaveTextContent("Cookie c");
});

test("a product that does not exist is said to be unknown", async () => {
  network.use(...catalogue([]));
  visit("/products/nope");
  expect(await screen.findByRole("heading", { level: 1, name: "We don’t bake that one" })).toBeVisible();
  expect(screen.getByRole("link", { name: "All cookies" })).toHaveAttribute("href", "/");
});

test("an unknown product's page offers known ones", async () => {
  network.use(...catalogue([aProduct("half-moon")]));
  visit("/products/nope");
  const region = await screen.findByRole("region", { name: "Try one of these" });
  expect(region).toHaveTextContent("Cookie half-moon");
});

test("what cannot be a product is unknown without asking", async () => {
  const asked = vi.fn(() => problem(500));
  network.use(http.get(`${API}/products/:id`, asked), ...catalogue([]));
  visit("/products/Not%20A%20Product");
  expect(await screen.findByRole("heading", { level: 1, name: "We don’t bake that one" })).toBeVisible();
  expect(asked).not.toHaveBeenCalled();
});

test("a failure is shown and can be mended by another try", async () => {
  network.use(http.get(`${API}/products/:id`, () => problem(500)));
  const user = visit("/products/half-moon");
  expect(await screen.findByRole("alert")).toHaveTextContent("Something went wrong on our end");

  network.use(...catalogue([aProduct("half-moon")]));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Cookie half-moon" })).toBeVisible();
});
