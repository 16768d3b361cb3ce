/**
 * The shop's one kind of button, and a link that looks like it. Busy or disabled, it stays focusable and says so,
 * but does nothing.
 */
import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./button.module.css";

interface Props {
  /** Absent on a button whose form does the work. */
  readonly onClick?: () => void;
  readonly type?: "button" | "submit";
  readonly variant?: Variant;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** `loud`: what the page is for. `quiet`: what one may also do there. */
type Variant = "primary" | "secondary";

export function Button({
  onClick,
  type = "button",
  variant = "primary",
  busy = false,
  disabled = false,
  children,
}: Props) {
  const off = busy || disabled;
  return (
    <button
      type={type}
      className={styles[variant]}
      aria-disabled={off}
      aria-busy={busy}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}

interface LinkProps {
  readonly href: string;
  readonly variant?: Variant;
  readonly onPointerEnter?: () => void;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

export function ButtonLink({ variant = "primary", children, ...link }: LinkProps) {
  return (
    <Link {...link} className={styles[variant]}>
      {children}
    </Link>
  );
}
