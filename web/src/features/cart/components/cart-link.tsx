/** The link to the cart in the header, with the number of cookies. */
import { Link, useRoute } from "wouter";
import { CART_PATH } from "../../../ui/paths";
import { count } from "../cart";
import { loadCartPage } from "../load-cart-page";
import { t } from "../messages";
import { useCart } from "../use-cart";
import styles from "./cart-link.module.css";

export function CartLink() {
  const [here] = useRoute(CART_PATH);
  const cookies = count(useCart());
  return (
    <Link
      href={CART_PATH}
      className={styles.link}
      aria-current={here ? "page" : undefined}
      onPointerEnter={() => void loadCartPage()}
    >
      <svg className={styles.bag} viewBox="0 0 24 24" aria-hidden="true">
        <path d="M5 8h14l1 12.5H4zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5" />
      </svg>
      <span className={styles.word}>{t("cart")}</span>{" "}
      {cookies > 0 && (
        <span className={styles.count}>
          {cookies} <span className="visually-hidden">{t("cookies", { count: cookies })}</span>
        </span>
      )}
    </Link>
  );
}
