/**
 * What stands next to a product on the shelf: a way onwards from its page.
 *
 * A bonus: while the shelf is on its way there is nothing, and if it does not come, the page is whole without
 * it, so no failure is shown here.
 */
import { useInfiniteQuery } from "@tanstack/react-query";
import { products } from "../api/list-products";
import type { ProductId } from "../api/product";
import { ProductGrid } from "./product-grid";
import styles from "./more-products.module.css";

const COUNT = 4;

export function MoreProducts({ after }: { readonly after: ProductId }) {
  const query = useInfiniteQuery(products());

  const shelf = query.data?.pages.flatMap((page) => page.items) ?? [];
  const place = shelf.findIndex((product) => product.id === after);
  // Round the end of the shelf to its start.
  const neighbours = [...shelf.slice(place + 1), ...shelf.slice(0, Math.max(place, 0))].slice(0, COUNT);
  if (neighbours.length === 0) return null;

  return (
    <section className={styles.more} aria-labelledby="more-products">
      <h2 id="more-products">Next to it on the shelf</h2>
      <ProductGrid products={neighbours} eager={0} heading="h3" />
    </section>
  );
}
