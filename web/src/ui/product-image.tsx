/** A product's image. Its frame reserves the space while the image loads, and stays if it fails to load. */
import { useState } from "react";
import { imageUrl, type Product } from "../api/products/product";
import { t } from "./messages";
import styles from "./product-image.module.css";

interface Props {
  readonly product: Product;
  /** Alternative text; empty if the name is next to the image. */
  readonly alt: string;
  /** Load at once (`true`) or when scrolled into view. */
  readonly eager: boolean;
}

export function ProductImage({ product, alt, eager }: Props) {
  const url = imageUrl(product);
  const [missing, setMissing] = useState<string>();
  return (
    <div className={styles.frame}>
      {missing === url ? (
        <p className={styles.missing}>{t("noPicture")}</p>
      ) : (
        <img
          className={styles.picture}
          src={url}
          alt={alt}
          width={480}
          height={480}
          loading={eager ? "eager" : "lazy"}
          decoding="async"
          onError={() => {
            setMissing(url);
          }}
        />
      )}
    </div>
  );
}
