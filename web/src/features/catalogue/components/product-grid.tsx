/** Products side by side, in the order of the API. */
import type { Product } from "../../../api/products/product";
import { takeFocus } from "../../../ui/take-focus";
import { ProductCard } from "./product-card";
import styles from "./product-grid.module.css";

interface Props {
  readonly products: readonly Product[];
  /** How many cards are likely on screen at once: their pictures do not wait to be scrolled to. */
  readonly eager: number;
  readonly heading: "h2" | "h3";
  /** The position of the first product that the visitor has just asked for: its link takes the focus. */
  readonly focusAt?: number | undefined;
}

export function ProductGrid({ products, eager, heading, focusAt }: Props) {
  return (
    // Safari drops the list from a list without markers, hence the role.
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
