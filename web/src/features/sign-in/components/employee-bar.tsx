/**
 * The bar above the header while an employee is signed in: e-mail address, link to the dashboard, sign-out.
 * After a reload it resumes the session, because public pages do not.
 */
import { useEffect } from "react";
import { Link, useRoute } from "wouter";
import { DASHBOARD_PATH, INVENTORY_PATH, STAFF_PATHS } from "../../../ui/paths";
import { t } from "../messages";
import { resumeSession } from "../open-session";
import { signOut } from "../sign-out";
import { useAuthState } from "../use-auth-state";
import styles from "./employee-bar.module.css";

export default function EmployeeBar() {
  const authState = useAuthState();
  const [isStaffPage] = useRoute(STAFF_PATHS);
  const [isInventory] = useRoute(`${INVENTORY_PATH}/*?`);
  useEffect(() => {
    // If this fails, no one is signed in; the next staff page starts a sign-in or shows the error.
    resumeSession().catch(() => undefined);
  }, []);
  if (authState.kind !== "signed-in") return null;
  return (
    <nav aria-label={t("employees")} className={styles.bar}>
      <span className={styles.email}>
        <span className="visually-hidden">{t("signedInAs")} </span>
        {authState.session.email}
      </span>
      <Link
        href={DASHBOARD_PATH}
        className={styles.link}
        aria-current={isStaffPage && !isInventory ? "true" : undefined}
      >
        {t("dashboard")}
      </Link>
      <Link href={INVENTORY_PATH} className={styles.link} aria-current={isInventory ? "true" : undefined}>
        {t("products")}
      </Link>
      <button type="button" className={styles.link} onClick={() => void signOut()}>
        {t("signOut")}
      </button>
    </nav>
  );
}
