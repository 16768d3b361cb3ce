import { expect, test } from "vitest";
import { orderIdOf } from "./order-id-of";

// The test of `lambdas/orders/src/order_id.rs` has the same pair.
test("a key maps to the same ID as in the API", async () => {
  expect(await orderIdOf("8e03978e-40d5-43e8-bc93-6894a57f9324")).toBe(
    "238c5b6d-db48-8a6d-863c-e774c2f42b20",
  );
});
