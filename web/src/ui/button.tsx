/** The button, and a link that looks like one. While busy or disabled it stays focusable and does nothing. */
import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./button.module.css";

interface Props {
  /** Absent on a submit button. */
  readonly onClick?: () => void;
  readonly type?: "button" | "submit";
  readonly variant?: Variant;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** `primary`: the main action of a page. `secondary`: any other action. */
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
