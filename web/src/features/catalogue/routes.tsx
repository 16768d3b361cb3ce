/** What this feature adds to the app's addresses. */
import { lazy } from "react";
import { Route } from "wouter";
import { loadProductPage } from "./load-product-page";
import { CataloguePage } from "./routes/catalogue-page";

// The catalogue is the front door and comes with the first load; a product's page follows when one is opened.
const ProductPage = lazy(loadProductPage);

export const catalogueRoutes = [
  <Route key="catalogue" path="/" component={CataloguePage} />,
  <Route key="product" path="/products/:id" component={ProductPage} />,
];
