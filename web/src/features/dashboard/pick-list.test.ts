import { expect, test } from "vitest";
import { anOrder } from "../../test/orders";
import { picksOf } from "./pick-list";

const price = { amount: 350, currency: "EUR" };
const line = (productId: string, name: string, quantity: number) => ({ productId, name, price, quantity });

test("a pick list sums up each product over all orders, by name", () => {
  const orders = [
    anOrder(2, { lines: [line("oat", "Oat Raisin", 2), line("half-moon", "Half Moon", 1)] }),
    anOrder(1, { lines: [line("oat", "Oat", 3)] }),
  ];
  expect(picksOf(orders)).toEqual([
    { productId: "half-moon", name: "Half Moon", quantity: 1 },
    { productId: "oat", name: "Oat Raisin", quantity: 5 },
  ]);
  expect(picksOf([])).toEqual([]);
});
