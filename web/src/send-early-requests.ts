/**
 * The first script of every page: sends the first requests while the app's code is still loading, and loads the code of
 * a product's or an order's page beside it. The catalogue's code is part of the app.
 */
import { orderIdOf, productIdOf, sendEarlyRequests } from "./api/early-requests";
import { loadFirstMessages } from "./app/first-load-messages";
import { loadOrderStatus } from "./app/load-order-status";
import { loadProductPage } from "./features/catalogue/load-product-page";

const { pathname } = window.location;

sendEarlyRequests(window.location);
// `main.tsx` waits for them.
loadFirstMessages().catch(() => undefined);
// A failure is reported by the page, which loads its code again.
if (productIdOf(pathname) !== undefined) loadProductPage().catch(() => undefined);
if (orderIdOf(pathname) !== undefined) loadOrderStatus().catch(() => undefined);
