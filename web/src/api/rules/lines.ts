/** Generated from the OpenAPI document by `npm run generate`: what `NewOrder.lines` may hold. */
export default {
  "": { required: true, minItems: 1, maxItems: 99 },
  quantity: { required: true, minimum: 1, maximum: 99 },
} as const;
