/**
 * Suggests products: those after `after` in the catalogue, or the first ones.
 *
 * Optional: shows nothing while the catalogue loads or if it fails to load.
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

  const catalogue = query.data?.pages.flatMap((page) => page.items) ?? [];
  const place = catalogue.findIndex((product) => product.id === after);
  // Wraps around at the end of the catalogue.
  const neighbours = [...catalogue.slice(place + 1), ...catalogue.slice(0, Math.max(place, 0))].slice(
    0,
    COUNT,
  );
  if (neighbours.length === 0) return null;

  return (
    <section className={styles.more} aria-labelledby="more-products">
      <h2 id="more-products">{title}</h2>
      <ProductGrid products={neighbours} eager={0} heading="h3" />
    </section>
  );
}
