/** Everything there is to know about one product. */
import { formatMoney } from "../../../ui/money";
import { PageHeading } from "../../../ui/page-heading";
import type { Product } from "../api/product";
import { ProductImage } from "./product-image";
import { Stock } from "./stock";
import styles from "./product-details.module.css";

export function ProductDetails({ product }: { readonly product: Product }) {
  return (
    <article className={styles.product}>
      <ProductImage product={product} alt={`${product.name}, illustrated`} eager />
      <div className={styles.facts}>
        <PageHeading title={product.name}>{product.name}</PageHeading>
        <p className={styles.price}>{formatMoney(product.price)}</p>
        <p>
          <Stock count={product.stock} />
        </p>
        <p className={styles.description}>{product.description}</p>
      </div>
    </article>
  );
}
