/** A line of the cart: product, quantity, total and problem. */
import { Link } from "wouter";
import { t as ui } from "../../../ui/messages";
import { formatMoney } from "../../../ui/money";
import { productPath } from "../../../ui/paths";
import { ProductImage } from "../../../ui/product-image";
import { limit } from "../cart";
import { rich } from "../messages";
import { lineTotal, type CheckedLine } from "../line-status";
import { FormerPrice } from "./former-price";
import { LineProblem } from "./line-problem";
import { QuantityStepper } from "./quantity-stepper";
import styles from "./cart-line.module.css";

interface Props {
  readonly line: CheckedLine;
  readonly onChangeQuantity: (requested: number, stock: number) => void;
  readonly onRemove: () => void;
}

export function CartLine({ line, onChangeQuantity, onRemove }: Props) {
  const { id, name, status, quantity } = line;
  const product = "product" in status ? status.product : undefined;
  const total = lineTotal(line);
  return (
    <li className={styles.line} data-status={status.kind}>
      <div className={styles.picture}>
        {product === undefined ? (
          <div className={styles.noPicture} />
        ) : (
          <ProductImage product={product} alt="" eager />
        )}
      </div>
      <div className={styles.details}>
        <h2 className={styles.name}>
          {status.kind === "discontinued" ? name : <Link href={productPath(id)}>{name}</Link>}
        </h2>
        {status.kind !== "discontinued" && (
          <p className={styles.price}>{ui("each", { price: formatMoney(product?.price ?? line.price) })}</p>
        )}
        <FormerPrice line={line} />
      </div>
      {/* Reserves the room of the stepper while the product loads. */}
      {status.kind === "unknown" && <div className={styles.quantity} />}
      {(status.kind === "available" || status.kind === "short") && (
        <div className={styles.quantity}>
          <QuantityStepper
            name={name}
            quantity={quantity}
            maximum={limit(status.product.stock)}
            onChange={(requested) => {
              onChangeQuantity(requested, status.product.stock);
            }}
          />
        </div>
      )}
      <p className={styles.total}>{total !== undefined && formatMoney(total)}</p>
      <button type="button" className={styles.remove} onClick={onRemove}>
        {rich("remove", { name: <span className="visually-hidden">{name}</span> })}
      </button>
      <LineProblem line={line} onChangeQuantity={onChangeQuantity} />
    </li>
  );
}
