/** Generated from the OpenAPI document by `npm run generate`: what `NewOrder.customer` may hold. */
export default {
  "": { required: true },
  name: { required: true, minLength: 1, maxLength: 100 },
  email: { required: true, maxLength: 254, pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$" },
  phone: { required: false, pattern: "^\\+?[0-9 ()/-]{5,30}$" },
  address: { required: true },
  "address.street": { required: true, minLength: 1, maxLength: 200 },
  "address.postalCode": { required: true, minLength: 1, maxLength: 20 },
  "address.city": { required: true, minLength: 1, maxLength: 100 },
  "address.country": { required: true, pattern: "^[A-Z]{2}$" },
} as const;
