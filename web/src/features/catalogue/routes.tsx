/** The feature's routes. */
import { lazy } from "react";
import { Route } from "wouter";
import { loadProductPage } from "./load-product-page";
import { CataloguePage } from "./routes/catalogue-page";

// The catalogue is part of the first load; the product page is loaded when it is opened.
const ProductPage = lazy(loadProductPage);

export const catalogueRoutes = [
  <Route key="catalogue" path="/" component={CataloguePage} />,
  <Route key="product" path="/products/:id" component={ProductPage} />,
];
