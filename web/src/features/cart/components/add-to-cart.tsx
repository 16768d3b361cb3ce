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
import { t } from "../messages";
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
        <span className="visually-hidden">{full ? whyFull(product, inCart) : addLabel(product, inCart)}</span>
        <span aria-hidden="true" className={styles.plus} data-full={full || undefined} />
        {inCart > 0 && <span aria-hidden="true">{inCart}</span>}
      </button>
    );
  }
  return (
    <div className={styles.page}>
      <Button onClick={act} disabled={full}>
        {t("add")}
      </Button>
      {inCart > 0 && (
        <p>
          {full ? whyFull(product, inCart) : t("inCart", { count: inCart })}.{" "}
          <Link href={CART_PATH}>{t("view")}</Link>
        </p>
      )}
    </div>
  );
}

/** Adds one and returns the announcement. */
function addOne(product: Product): string {
  changeCart((cart) => add(cart, product));
  return t("added", { name: product.name, count: quantityOf(readCart(), product.id) });
}

function whyFull({ name, stock }: Product, inCart: number): string {
  if (inCart === 0) return t("cartFull", { max: MAX_LINES });
  if (inCart < stock) return t("limitReached", { count: inCart, name });
  if (inCart > stock) return t("moreThanLeft", { name });
  return t("last", { count: stock, name });
}

const addLabel = ({ name }: Product, inCart: number): string =>
  inCart === 0 ? t("addNamed", { name }) : t("addNamedAgain", { name, count: inCart });
