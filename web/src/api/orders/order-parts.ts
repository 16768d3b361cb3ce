/** The parts of an order that the customer's responses share with the staff's. A small module, so that customers load no more. */
import * as v from "valibot";
import { reads } from "../contract";
import { Money } from "../products/money";
import { ProductId } from "../products/product";
import type {
  OrderCustomer as WireCustomer,
  PriceChange as WirePriceChange,
  Shipment as WireShipment,
  Shortfall as WireShortfall,
} from "../schema";

export const Address = v.object({
  street: v.string(),
  postalCode: v.string(),
  city: v.string(),
  country: v.string(),
});
export type Address = v.InferOutput<typeof Address>;

export const Customer = reads<WireCustomer>()(
  v.object({
    name: v.string(),
    email: v.string(),
    phone: v.exactOptional(v.string()),
    address: Address,
  }),
);
export type Customer = v.InferOutput<typeof Customer>;

export const Shortfall = reads<WireShortfall>()(
  v.object({ productId: ProductId, requested: v.number(), available: v.number() }),
);
export type Shortfall = v.InferOutput<typeof Shortfall>;

const Quantity = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** The agreed prices and the current ones. */
export const PriceChange = reads<WirePriceChange>()(
  v.object({
    lines: v.array(
      v.object({
        productId: ProductId,
        name: v.string(),
        quantity: Quantity,
        agreedPrice: v.exactOptional(Money),
        price: Money,
      }),
    ),
    agreedTotal: Money,
    total: Money,
  }),
);
export type PriceChange = v.InferOutput<typeof PriceChange>;

export const OrderLine = v.object({
  productId: ProductId,
  name: v.string(),
  price: Money,
  quantity: Quantity,
});
export type OrderLine = v.InferOutput<typeof OrderLine>;

/** A parcel. */
export const Shipment = reads<WireShipment>()(
  v.object({
    carrier: v.string(),
    trackingUrl: v.exactOptional(v.string()),
  }),
);
export type Shipment = v.InferOutput<typeof Shipment>;
