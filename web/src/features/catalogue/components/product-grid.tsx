/** The products that have arrived, in the order of the API. */
import { useEffect, useRef } from "react";
import type { Product } from "../api/product";
import { ProductCard } from "./product-card";
import styles from "./product-grid.module.css";

/** Cards that are likely on screen at once. */
const ABOVE_THE_FOLD = 4;

interface Props {
  readonly products: readonly Product[];
  /** The position of the first product that the visitor has just asked for: its link takes the focus. */
  readonly focusAt: number | undefined;
}

export function ProductGrid({ products, focusAt }: Props) {
  const link = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (focusAt !== undefined) link.current?.focus({ preventScroll: true });
  }, [focusAt, products.length]);

  return (
    // Safari drops the list from a list without markers, hence the role.
    <ul role="list" className={styles.grid}>
      {products.map((product, position) => (
        <li key={product.id}>
          <ProductCard
            product={product}
            eager={position < ABOVE_THE_FOLD}
            link={position === focusAt ? link : undefined}
          />
        </li>
      ))}
    </ul>
  );
}
