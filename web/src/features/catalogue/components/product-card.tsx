/** One product in the catalogue. The whole card is the link; its name is what the link is called. */
import type { Ref } from "react";
import { Link } from "wouter";
import { formatMoney } from "../../../ui/money";
import type { Product } from "../api/product";
import { productPath } from "../paths";
import { ProductImage } from "./product-image";
import { Stock } from "./stock";
import styles from "./product-card.module.css";

interface Props {
  readonly product: Product;
  readonly eager: boolean;
  readonly link?: Ref<HTMLAnchorElement> | undefined;
}

export function ProductCard({ product, eager, link }: Props) {
  return (
    <article className={styles.card} data-sold-out={product.stock === 0 || undefined}>
      <ProductImage product={product} alt="" eager={eager} />
      <h2 className={styles.name}>
        <Link ref={link} href={productPath(product.id)} className={styles.link}>
          {product.name}
        </Link>
      </h2>
      <p className={styles.price}>{formatMoney(product.price)}</p>
      <p className={styles.stock}>
        <Stock count={product.stock} />
      </p>
    </article>
  );
}
