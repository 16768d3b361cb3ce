/**
 * The first script of every page: sends the first requests while the app's code is still loading, and loads the code of
 * a product's page beside it. The catalogue's code is part of the app.
 */
import { productIdOf, sendEarlyRequests } from "./api/early-requests";
import { loadProductPage } from "./features/catalogue/load-product-page";

sendEarlyRequests(window.location);
// A failure is reported by the page, which loads its code again.
if (productIdOf(window.location.pathname) !== undefined) loadProductPage().catch(() => undefined);
