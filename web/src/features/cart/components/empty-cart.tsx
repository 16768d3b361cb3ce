/** A cart with nothing in it, and where to go from there. */
import { ButtonLink } from "../../../ui/button";
import { CATALOGUE_PATH } from "../../../ui/paths";
import styles from "./empty-cart.module.css";

export function EmptyCart() {
  return (
    <section className={styles.empty}>
      <p>Nothing in your cart yet. The shelf is full, though.</p>
      <ButtonLink href={CATALOGUE_PATH}>Go to the cookies</ButtonLink>
    </section>
  );
}
