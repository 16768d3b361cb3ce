/**
 * Above the header while an employee is signed in: who it is, the way behind the counter, and the way out. After a
 * reload it goes on with the session, which on a page that is for everyone nobody else does.
 */
import { useEffect } from "react";
import { Link, useRoute } from "wouter";
import { DASHBOARD_PATH, STAFF_PATHS } from "../../../ui/paths";
import { resumeSession } from "../open-session";
import { signOut } from "../sign-out";
import { useAuthState } from "../use-auth-state";
import styles from "./employee-bar.module.css";

export default function EmployeeBar() {
  const authState = useAuthState();
  const [there] = useRoute(STAFF_PATHS);
  useEffect(() => {
    // Without it nobody is signed in, which the next employees' page mends or explains.
    resumeSession().catch(() => undefined);
  }, []);
  if (authState.kind !== "signed-in") return null;
  return (
    <nav aria-label="Employees" className={styles.bar}>
      <span className={styles.email}>
        <span className="visually-hidden">Signed in as </span>
        {authState.session.email}
      </span>
      <Link href={DASHBOARD_PATH} className={styles.link} aria-current={there ? "true" : undefined}>
        Dashboard
      </Link>
      <button type="button" className={styles.link} onClick={() => void signOut()}>
        Sign out
      </button>
    </nav>
  );
}
