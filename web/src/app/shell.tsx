/**
 * What every page has around it: skip link, header, `main`, footer; and what happens between two pages: the
 * focus goes to `main` (from where the page's heading takes it), and a page opened by a link starts at its top.
 */
import {
  lazy,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { Link, useLocation } from "wouter";
import { readStanding, TICKET, watchStanding } from "../api/session";
import { CartLink } from "../features/cart/components/cart-link";
import { Announcer } from "../ui/announcer";
import { Mark } from "../ui/mark";
import { DASHBOARD_PATH } from "../ui/paths";
import styles from "./shell.module.css";

// Without its piece of the bundle there is no bar; the page below it is there all the same.
const EmployeeBar = lazy(() =>
  import("../features/sign-in/components/employee-bar").catch(() => ({ default: () => null })),
);

export function Shell({ children }: { readonly children: ReactNode }) {
  const main = usePageChange();
  const { kind } = useSyncExternalStore(watchStanding, readStanding);
  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      {(kind === "in" || TICKET.read() !== null) && (
        <Suspense>
          <EmployeeBar />
        </Suspense>
      )}
      <header className={styles.header}>
        <Link href="/" className={styles.brand}>
          <Mark />
          <span className={styles.name}>Quarter Past</span>
        </Link>
        <CartLink />
      </header>
      <main id="content" ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Announcer />
      <footer className={styles.footer}>
        <p>Quarter Past, cookies from the early shift.</p>
        <Link href={DASHBOARD_PATH}>Employees</Link>
      </footer>
    </div>
  );
}

function usePageChange() {
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const shown = useRef(path);
  const steppedBack = useRef(false);

  useEffect(() => {
    const note = () => {
      // A jump within the page, like the skip link's, fires the same event.
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
    // A heading that comes later takes the focus from `main`; one that came with the page has looked there too early.
    main.current?.querySelector("h1")?.focus({ preventScroll: true });
    // On the way back the browser restores the old position by itself.
    if (!steppedBack.current) window.scrollTo(0, 0);
    steppedBack.current = false;
  }, [path]);

  return main;
}
