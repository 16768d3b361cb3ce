/** Between what is typed and what is sent: fields become a customer, and a customer becomes fields again. */
import type { NewOrder } from "./api/order";
import type { Values } from "./rules";

/** What was left empty is left out; white space around a value was not meant. */
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
