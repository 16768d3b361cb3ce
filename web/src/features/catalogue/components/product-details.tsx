/** A product with all its details. */
import { use } from "react";
import { formatMoney } from "../../../ui/money";
import { PageHeading } from "../../../ui/page-heading";
import type { Product } from "../../../api/products/product";
import { ProductImage } from "../../../ui/product-image";
import { BuySlot } from "../buy-slot";
import { t } from "../messages";
import { Stock } from "./stock";
import styles from "./product-details.module.css";

export function ProductDetails({ product }: { readonly product: Product }) {
  const buy = use(BuySlot);
  return (
    <article className={styles.product}>
      <ProductImage product={product} alt={t("illustration", { name: product.name })} eager />
      <div className={styles.facts}>
        <PageHeading title={product.name}>{product.name}</PageHeading>
        <p className={styles.price}>{formatMoney(product.price)}</p>
        <p>
          <Stock count={product.stock} />
        </p>
        {buy(product, "page")}
        <p className={styles.description}>{product.description}</p>
      </div>
    </article>
  );
}
