/** A product's picture in its frame; the frame holds the place while it loads, and stays when it does not come. */
import { useState } from "react";
import { imageUrl, type Product } from "../api/products/product";
import styles from "./product-image.module.css";

interface Props {
  readonly product: Product;
  /** What the picture adds for those who cannot see it; empty where the name stands next to it. */
  readonly alt: string;
  /** On screen at once (`true`), or loaded as it is scrolled to. */
  readonly eager: boolean;
}

export function ProductImage({ product, alt, eager }: Props) {
  const url = imageUrl(product);
  const [missing, setMissing] = useState<string>();
  return (
    <div className={styles.frame}>
      {missing === url ? (
        <p className={styles.missing}>No picture yet</p>
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
