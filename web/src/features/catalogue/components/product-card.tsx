/** A product in the catalogue. The whole card is a link named after the product; the buy button is above it. */
import { use, type Ref } from "react";
import { Link } from "wouter";
import { formatMoney } from "../../../ui/money";
import type { Product } from "../../../api/products/product";
import { BuySlot } from "../buy-slot";
import { loadProductPage } from "../load-product-page";
import { productPath } from "../../../ui/paths";
import { ProductImage } from "../../../ui/product-image";
import { Stock } from "./stock";
import styles from "./product-card.module.css";

interface Props {
  readonly product: Product;
  readonly eager: boolean;
  readonly heading: "h2" | "h3";
  readonly link: Ref<HTMLAnchorElement> | undefined;
}

export function ProductCard({ product, eager, heading: Heading, link }: Props) {
  const buy = use(BuySlot);
  return (
    <article className={styles.card} data-sold-out={product.stock === 0 || undefined}>
      <ProductImage product={product} alt="" eager={eager} />
      <Heading className={styles.name}>
        <Link
          ref={link}
          href={productPath(product.id)}
          className={styles.link}
          // Hovering usually precedes opening the page.
          onPointerEnter={() => void loadProductPage()}
        >
          {product.name}
        </Link>
      </Heading>
      <p className={styles.price}>{formatMoney(product.price)}</p>
      <p>
        <Stock count={product.stock} />
      </p>
      <div className={styles.buy}>{buy(product, "corner")}</div>
    </article>
  );
}
