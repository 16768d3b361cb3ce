/**
 * Adds one of a product to the cart and shows how many are in it.
 *
 * `corner` is the button on a product card, `page` the one on the product page. A product that is sold out
 * has no button.
 */
import { Link } from "wouter";
import type { Product } from "../../../api/products/product";
import { announce } from "../../../ui/announcer";
import { Button } from "../../../ui/button";
import { CART_PATH } from "../../../ui/paths";
import { add, hasRoom, MAX_LINES, quantityOf } from "../cart";
import { changeCart, readCart } from "../stored-cart";
import { useCart } from "../use-cart";
import styles from "./add-to-cart.module.css";

interface Props {
  readonly product: Product;
  readonly place: "corner" | "page";
}

export function AddToCart({ product, place }: Props) {
  const cart = useCart();
  const inCart = quantityOf(cart, product.id);
  if (product.stock === 0 && inCart === 0) return null;

  const full = !hasRoom(cart, product);
  const act = () => {
    announce(full ? whyFull(product, inCart) : addOne(product));
  };
  if (place === "corner") {
    return (
      <button type="button" className={styles.corner} aria-disabled={full} onClick={act}>
        <span className="visually-hidden">
          {full ? whyFull(product, inCart) : `Add ${product.name} to cart${soFar(inCart)}`}
        </span>
        <span aria-hidden="true" className={styles.plus} data-full={full || undefined} />
        {inCart > 0 && <span aria-hidden="true">{inCart}</span>}
      </button>
    );
  }
  return (
    <div className={styles.page}>
      <Button onClick={act} disabled={full}>
        Add to cart
      </Button>
      {inCart > 0 && (
        <p>
          {full ? whyFull(product, inCart) : `${String(inCart)} in your cart`}.{" "}
          <Link href={CART_PATH}>View cart</Link>
        </p>
      )}
    </div>
  );
}

/** Adds one and returns the announcement. */
function addOne(product: Product): string {
  changeCart((cart) => add(cart, product));
  return `${product.name} added. You now have ${String(quantityOf(readCart(), product.id))} in your cart.`;
}

function whyFull({ name, stock }: Product, inCart: number): string {
  if (inCart === 0) return `Your cart is full. It can hold ${String(MAX_LINES)} different cookies`;
  if (inCart < stock) return `You have ${String(inCart)} ${name} in your cart, the limit per order`;
  if (inCart > stock) return `You have more ${name} in your cart than are left`;
  return stock === 1
    ? `You have the last ${name} in your cart`
    : `You have the last ${String(stock)} ${name} in your cart`;
}

const soFar = (inCart: number): string => (inCart === 0 ? "" : ` (${String(inCart)} in cart)`);
