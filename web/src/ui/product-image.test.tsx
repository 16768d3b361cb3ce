import { fireEvent, render, screen } from "@testing-library/react";
import * as v from "valibot";
import { expect, test } from "vitest";
import { aProduct } from "../test/network";
import { Product } from "../api/products/product";
import { ProductImage } from "./product-image";

const show = (id: string) => (
  <ProductImage product={v.parse(Product, aProduct(id))} alt={`Picture of ${id}`} eager />
);

test("an image has its alternative text", () => {
  render(show("half-moon"));
  expect(screen.getByRole("img", { name: "Picture of half-moon" })).toHaveAttribute(
    "src",
    "/images/half-moon.svg",
  );
});

test("an image that fails to load is replaced by a text", () => {
  render(show("half-moon"));
  fireEvent.error(screen.getByRole("img"));
  expect(screen.getByText("No picture")).toBeVisible();
  expect(screen.queryByRole("img")).not.toBeInTheDocument();
});

test("a missing image does not affect the next product", () => {
  const { rerender } = render(show("half-moon"));
  fireEvent.error(screen.getByRole("img"));
  rerender(show("lemon-glaze"));
  expect(screen.getByRole("img", { name: "Picture of lemon-glaze" })).toBeVisible();
});
