/** The shop's one kind of button. While busy it stays focusable and says so, but does nothing. */
import type { ReactNode } from "react";
import styles from "./button.module.css";

interface Props {
  readonly onClick: () => void;
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function Button({ onClick, busy = false, children }: Props) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-disabled={busy}
      onClick={() => {
        if (!busy) onClick();
      }}
    >
      {children}
    </button>
  );
}
