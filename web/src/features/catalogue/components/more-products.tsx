/**
 * A few products to go on with: those that follow `after` on the shelf, or the first ones where nothing is to be
 * followed.
 *
 * A bonus: while the shelf is on its way there is nothing, and if it does not come, the page is whole without
 * it, so no failure is shown here.
 */
import { useInfiniteQuery } from "@tanstack/react-query";
import { products } from "../../../api/products/list-products";
import type { ProductId } from "../../../api/products/product";
import { ProductGrid } from "./product-grid";
import styles from "./more-products.module.css";

const COUNT = 4;

interface Props {
  readonly title: string;
  readonly after?: ProductId;
}

export function MoreProducts({ title, after }: Props) {
  const query = useInfiniteQuery(products());

  const shelf = query.data?.pages.flatMap((page) => page.items) ?? [];
  const place = shelf.findIndex((product) => product.id === after);
  // Round the end of the shelf to its start.
  const neighbours = [...shelf.slice(place + 1), ...shelf.slice(0, Math.max(place, 0))].slice(0, COUNT);
  if (neighbours.length === 0) return null;

  return (
    <section className={styles.more} aria-labelledby="more-products">
      <h2 id="more-products">{title}</h2>
      <ProductGrid products={neighbours} eager={0} heading="h3" />
    </section>
  );
}
