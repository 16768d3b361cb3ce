/**
 * The frame of every page: skip link, employee bar, header, `main`, footer. After a navigation, `main` gets
 * the focus (and passes it to the heading), and a page opened by a link is scrolled to the top.
 *
 * Invariant: nothing that loads late moves the page. Room for the employee bar is reserved before its code
 * arrives, and the footer stays below the first screen.
 */
import {
  lazy,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { Link, useLocation, useRoute } from "wouter";
import { readAuthState, handoffId, onAuthStateChange } from "../api/session";
import { CartLink } from "../features/cart/components/cart-link";
import { signInMessages } from "../features/sign-in/messages/load";
import { Announcer } from "../ui/announcer";
import { withMessages } from "../ui/load-messages";
import { Logo } from "../ui/logo";
import {
  CONTACT_PATH,
  DASHBOARD_PATH,
  IMPRINT_PATH,
  PRIVACY_PATH,
  SIGN_IN_CALLBACK_PATH,
  STAFF_PATHS,
  TERMS_PATH,
} from "../ui/paths";
import { LanguageSwitch } from "./language-switch";
import { t } from "./messages";
import { t as ui } from "../ui/messages";
import styles from "./shell.module.css";

// If the chunk fails to load, the page works without the bar.
const loadBar = withMessages(() => import("../features/sign-in/components/employee-bar"), signInMessages);
const EmployeeBar = lazy(() => loadBar().catch(() => ({ default: () => null })));

export function Shell({ children }: { readonly children: ReactNode }) {
  const main = usePageChange();
  const hasBar = useHasBar();
  const [staffPage] = useRoute(STAFF_PATHS);
  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content">
        {t("skipToContent")}
      </a>
      {hasBar && (
        <div className={styles.bar}>
          <Suspense>
            <EmployeeBar />
          </Suspense>
        </div>
      )}
      <header className={styles.header}>
        <Link href="/" className={styles.brand}>
          <Logo />
          <span>Quarter Past</span>
        </Link>
        {!staffPage && <CartLink />}
      </header>
      <main id="content" ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Announcer />
      <footer className={styles.footer}>
        <p>{t("tagline")}</p>
        <ul role="list" className={styles.legal}>
          {FOOTER.map(([name, path]) => (
            <li key={path}>
              <Link href={path}>{ui(name)}</Link>
            </li>
          ))}
        </ul>
        <LanguageSwitch />
      </footer>
    </div>
  );
}

const FOOTER = [
  ["contact", CONTACT_PATH],
  ["imprint", IMPRINT_PATH],
  ["terms", TERMS_PATH],
  ["privacy", PRIVACY_PATH],
  ["employees", DASHBOARD_PATH],
] as const;

/**
 * Whether to reserve room for the employee bar: an employee is signed in or about to be. The path and the
 * handoff ID tell so before the first paint.
 */
function useHasBar(): boolean {
  const { kind } = useSyncExternalStore(onAuthStateChange, readAuthState);
  const [staffPage] = useRoute(STAFF_PATHS);
  const [signingIn] = useRoute(SIGN_IN_CALLBACK_PATH);
  const [path] = useLocation();
  // The handoff ID is used up by the sign-in, so remember the page that it was found on. If the session
  // cannot be resumed, the room stays reserved there.
  const [resumedAt] = useState(() => (handoffId.read() === null ? undefined : path));
  return kind === "signed-in" || staffPage || signingIn || path === resumedAt;
}

function usePageChange() {
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const shown = useRef(path);
  const steppedBack = useRef(false);

  useEffect(() => {
    const note = () => {
      // A jump within the page, like the skip link, fires this event, too.
      steppedBack.current = window.location.pathname !== shown.current;
    };
    window.addEventListener("popstate", note);
    return () => {
      window.removeEventListener("popstate", note);
    };
  }, []);

  useLayoutEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    main.current?.focus({ preventScroll: true });
    // A heading rendered later takes the focus from `main`; one that is already here missed it.
    main.current?.querySelector("h1")?.focus({ preventScroll: true });
    // Going back, the browser restores the scroll position itself.
    if (!steppedBack.current) window.scrollTo(0, 0);
    steppedBack.current = false;
  }, [path]);

  return main;
}
