/** Converts between form values and the customer of an order. */
import type { NewOrder } from "./api/order";
import type { Values } from "./rules";

/** Trims values and omits an empty phone number. */
export function customerOf(values: Values): NewOrder["customer"] {
  const phone = values.phone.trim();
  return {
    name: values.name.trim(),
    email: values.email.trim(),
    ...(phone !== "" && { phone }),
    address: {
      street: values["address.street"].trim(),
      postalCode: values["address.postalCode"].trim(),
      city: values["address.city"].trim(),
      country: values["address.country"].trim(),
    },
  };
}

export function valuesOf({ name, email, phone = "", address }: NewOrder["customer"]): Values {
  return {
    name,
    email,
    phone,
    "address.street": address.street,
    "address.postalCode": address.postalCode,
    "address.city": address.city,
    "address.country": address.country,
  };
}
