export const staff = {
  noAccess: "You don’t have access",
  noAccessText: "Your account doesn’t have staff access. Ask an administrator, then sign in again.",
  quote: "Quote {id} when you ask.",
  yourTimeZone: "{time} in your time zone",
} as const;
