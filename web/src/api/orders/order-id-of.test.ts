import { expect, test } from "vitest";
import { orderIdOf } from "./order-id-of";

// The same pair as in the test of `lambdas/orders/src/order_id.rs`.
test("a key leads to the ID that the API makes of it", async () => {
  expect(await orderIdOf("8e03978e-40d5-43e8-bc93-6894a57f9324")).toBe(
    "238c5b6d-db48-8a6d-863c-e774c2f42b20",
  );
});
