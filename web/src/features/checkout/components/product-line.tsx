/** A list of products, each with its picture and a text. The text must not depend on the product being loaded. */

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { product } from "../../../api/products/get-product";
import type { Product, ProductId } from "../../../api/products/product";
import { ProductImage } from "../../../ui/product-image";
import styles from "./product-line.module.css";

export function ProductLines({ children }: { readonly children: ReactNode }) {
  return (
    <ul role="list" className={styles.lines}>
      {children}
    </ul>
  );
}

interface Props {
  readonly id: ProductId;
  /** The text, given the product, or `undefined` while it is not loaded. */
  readonly children: (product: Product | undefined) => ReactNode;
}

export function ProductLine({ id, children }: Props) {
  const { data } = useQuery(product(id, useQueryClient()));
  return (
    <li className={styles.line}>
      {data === undefined ? (
        <div className={styles.noPicture} />
      ) : (
        <ProductImage product={data} alt="" eager />
      )}
      <p>{children(data)}</p>
    </li>
  );
}
