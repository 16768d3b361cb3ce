/** One line of the cart: the product, how many of it, what that costs, and what is wrong with it if anything is. */
import { Link } from "wouter";
import { formatMoney } from "../../../ui/money";
import { productPath } from "../../../ui/paths";
import { ProductImage } from "../../../ui/product-image";
import { limit } from "../cart";
import { lineTotal, type StandingLine } from "../standing";
import { FormerPrice } from "./former-price";
import { LineTrouble } from "./line-trouble";
import { QuantityStepper } from "./quantity-stepper";
import styles from "./cart-line.module.css";

interface Props {
  readonly line: StandingLine;
  readonly onTake: (wanted: number, stock: number) => void;
  readonly onRemove: () => void;
}

export function CartLine({ line, onTake, onRemove }: Props) {
  const { id, name, standing, quantity } = line;
  const product = "product" in standing ? standing.product : undefined;
  const total = lineTotal(line);
  return (
    <li className={styles.line} data-standing={standing.kind}>
      <div className={styles.picture}>
        {product === undefined ? (
          <div className={styles.noPicture} />
        ) : (
          <ProductImage product={product} alt="" eager />
        )}
      </div>
      <div className={styles.what}>
        <h2 className={styles.name}>
          {standing.kind === "gone" ? name : <Link href={productPath(id)}>{name}</Link>}
        </h2>
        {standing.kind !== "gone" && (
          <p className={styles.price}>{formatMoney(product?.price ?? line.price)} each</p>
        )}
        <FormerPrice line={line} />
      </div>
      {/* The stepper's place while the product is on its way, so that the lines below do not move. */}
      {standing.kind === "unknown" && <div className={styles.quantity} />}
      {(standing.kind === "good" || standing.kind === "short") && (
        <div className={styles.quantity}>
          <QuantityStepper
            name={name}
            quantity={quantity}
            most={limit(standing.product.stock)}
            onChange={(wanted) => {
              onTake(wanted, standing.product.stock);
            }}
          />
        </div>
      )}
      <p className={styles.total}>{total !== undefined && formatMoney(total)}</p>
      <button type="button" className={styles.remove} onClick={onRemove}>
        Remove <span className="visually-hidden">{name}</span>
      </button>
      <LineTrouble line={line} onTake={onTake} />
    </li>
  );
}
