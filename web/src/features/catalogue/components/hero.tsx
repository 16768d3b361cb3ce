/** The top of the home page. */
import { PageHeading } from "../../../ui/page-heading";
import cookie from "../../../ui/assets/bitten-cookie.svg";
import { t } from "../messages";
import styles from "./hero.module.css";

export function Hero() {
  return (
    <header className={styles.sky}>
      <div className={styles.words}>
        <PageHeading title={t("title")} className={styles.title}>
          {t("heading")}
        </PageHeading>
        <p className={styles.lede}>{t("lede")}</p>
      </div>
      <img className={styles.cookie} src={cookie} alt="" width={440} height={440} fetchPriority="high" />
    </header>
  );
}
