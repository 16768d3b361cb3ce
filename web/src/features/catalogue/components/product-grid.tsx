/** A grid of products, in the order of the API. */
import type { Product } from "../../../api/products/product";
import { takeFocus } from "../../../ui/take-focus";
import { ProductCard } from "./product-card";
import styles from "./product-grid.module.css";

interface Props {
  readonly products: readonly Product[];
  /** How many images to load at once: those on the first screen. */
  readonly eager: number;
  readonly heading: "h2" | "h3";
  /** The position of the first product of a page just loaded; its link gets the focus. */
  readonly focusAt?: number | undefined;
}

export function ProductGrid({ products, eager, heading, focusAt }: Props) {
  return (
    // Safari removes list semantics from lists without markers; the role restores them.
    <ul role="list" className={styles.grid}>
      {products.map((product, position) => (
        <li key={product.id}>
          <ProductCard
            product={product}
            eager={position < eager}
            heading={heading}
            link={position === focusAt ? takeFocus : undefined}
          />
        </li>
      ))}
    </ul>
  );
}
