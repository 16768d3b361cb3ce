/** The modules of every staff page. */
const EMPLOYEES = [
  "app/routes/employees.tsx",
  "features/sign-in/components/employee-bar.tsx",
  "app/employee-messages/{language}.ts",
  "features/sign-in/messages/{language}.ts",
];

/**
 * The modules that a page loads besides the app, by a pattern of its path. The build lists their chunks in the document, and
 * the first script preloads those of the current page.
 *
 * Relative to this folder; `{language}` stands for the language in use. The catalogue is part of the app, and so has no entry.
 */
export const PAGE_MODULES: Readonly<Record<string, readonly string[]>> = {
  "^/products/[^/]+/?$": ["features/catalogue/routes/product-page.tsx"],
  "^/cart/?$": ["features/cart/routes/cart-page.tsx"],
  "^/checkout/?$": ["app/routes/checkout.tsx", "features/checkout/messages/{language}.ts"],
  "^/orders/": [
    "app/routes/order-status.tsx",
    "features/checkout/messages/{language}.ts",
    "features/checkout/order-messages/{language}.ts",
  ],
  "^/(?:contact|imprint|terms|privacy)/?$": ["features/legal/routes/legal-pages.tsx"],
  "^/(?:dashboard(?!/products(?:/|$))|reports|sign-in|signed-out)(?:/|$)": EMPLOYEES,
  "^/dashboard/products(?:/|$)": [
    ...EMPLOYEES,
    "features/inventory/routes/inventory.tsx",
    "features/inventory/messages/{language}.ts",
  ],
};
