/** The page that the pool redirects to after signing out. */
import { ButtonLink } from "../../../ui/button";
import { PageHeading } from "../../../ui/page-heading";
import { CATALOGUE_PATH, DASHBOARD_PATH } from "../../../ui/paths";
import { t } from "../messages";
import styles from "../components/notice.module.css";

export function SignedOutPage() {
  return (
    <section className={styles.notice}>
      <PageHeading title={t("signedOut")}>{t("signedOutHeading")}</PageHeading>
      <p className={styles.text}>{t("noLongerVisible")}</p>
      <div className={styles.actions}>
        <ButtonLink href={DASHBOARD_PATH}>{t("signInAgain")}</ButtonLink>
        <ButtonLink href={CATALOGUE_PATH} variant="secondary">
          {t("goToShop")}
        </ButtonLink>
      </div>
    </section>
  );
}
