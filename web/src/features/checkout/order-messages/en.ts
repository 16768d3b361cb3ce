export const order = {
  accept: "Accept and order again",
  backToCart: "Back to your cart",
  browse: "Browse our cookies",
  checkAgain: "Check again",
  contactUs: "Contact us",
  done: "done",
  leftNone: "You wanted {requested}, but none are left.",
  leftSome: {
    one: "You wanted {requested}, but only {count} is left.",
    other: "You wanted {requested}, but only {count} are left.",
  },
  needHelp: "Need help? {contact}.",
  needHelpQuote: "Need help? {contact} and quote your order number.",
  orderNumber: "Order number",
  print: "Print",
  updateCart: "Update your cart",

  "step.received": "Order received",
  "step.reserving": "Reserving your cookies",
  "step.confirmed": "Confirmed",

  "wait.normal": "This only takes a moment.",
  "wait.slow":
    "This is taking longer than usual. You don’t have to wait: this page shows the result when you come back. Please don’t order again.",
  "wait.stopped":
    "We’ve stopped checking automatically. The order may still go through, so please don’t order again. Check again below.",

  "loading.title": "Your order",
  "loading.text": "Loading your order…",
  "unknown.title": "We can’t find this order",
  "unknown.text": "The link may be incomplete. Check that you copied all of it.",
  "in-progress.title": "Placing your order",
  "confirmed.title": "Order confirmed",
  "confirmed.text": "Thank you! We’ve got your order. Bookmark this page to check it later.",
  "sold-out.title": "Just sold out",
  "out-of-stock.title": "Not enough left",
  "out-of-stock.text":
    "Someone got there first, so we didn’t place your order. Your cart is unchanged and shows what’s missing.",
  "prices-changed.title": "Prices have changed",
  "prices-changed.text":
    "We didn’t place your order, because prices changed while you were ordering. Please check the new prices.",
  "discontinued.title": "Some items are no longer sold",
  "discontinued.text": "We didn’t place your order. Your cart is unchanged and shows what’s missing.",
  "failed.title": "We couldn’t place your order",
  "failed.text": "Something went wrong on our end. Your cart is unchanged, so you can order again.",

  "receipt.address": "Delivery address",
  "receipt.items": "Your order",
  "receipt.placedOn": "Placed on {time}",
  "receipt.price": "Price",
  "receipt.quantityAndItem": "Quantity and item",
  "receipt.total": "Total",
  "receipt.unitPrice": "Unit price",
} as const;
