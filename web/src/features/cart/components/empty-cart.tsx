/** An empty cart, with a link to the catalogue. */
import { ButtonLink } from "../../../ui/button";
import { CATALOGUE_PATH } from "../../../ui/paths";
import { t } from "../messages";
import styles from "./empty-cart.module.css";

export function EmptyCart() {
  return (
    <section className={styles.empty}>
      <p>{t("empty")}</p>
      <ButtonLink href={CATALOGUE_PATH}>{t("browse")}</ButtonLink>
    </section>
  );
}
