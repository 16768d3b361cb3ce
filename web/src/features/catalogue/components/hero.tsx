/** The top of the home page. */
import { PageHeading } from "../../../ui/page-heading";
import cookie from "../../../ui/assets/bitten-cookie.svg";
import styles from "./hero.module.css";

export function Hero() {
  return (
    <header className={styles.sky}>
      <div className={styles.words}>
        <PageHeading title="Cookies baked before you wake" className={styles.title}>
          Baked at a quarter past four.
        </PageHeading>
        <p className={styles.lede}>
          Small batches, real butter, good chocolate. Here&rsquo;s what came out of the oven this morning.
        </p>
      </div>
      <img className={styles.cookie} src={cookie} alt="" width={440} height={440} fetchPriority="high" />
    </header>
  );
}
