/** The page that the pool redirects to after signing out. */
import { ButtonLink } from "../../../ui/button";
import { PageHeading } from "../../../ui/page-heading";
import { CATALOGUE_PATH, DASHBOARD_PATH } from "../../../ui/paths";
import styles from "../components/notice.module.css";

export function SignedOutPage() {
  return (
    <section className={styles.notice}>
      <PageHeading title="Signed out">You’re signed out</PageHeading>
      <p className={styles.text}>Orders are no longer visible in this browser.</p>
      <div className={styles.actions}>
        <ButtonLink href={DASHBOARD_PATH}>Sign in again</ButtonLink>
        <ButtonLink href={CATALOGUE_PATH} variant="secondary">
          Go to the shop
        </ButtonLink>
      </div>
    </section>
  );
}
