/**
 * Says to a screen reader what everyone else can see happen, without moving the focus: `announce("…")` from
 * anywhere, one `<Announcer />` in the shell that speaks.
 */
import { useSyncExternalStore } from "react";

interface Announcement {
  readonly text: string;
  /** Makes the same words a new announcement when they are said twice. */
  readonly turn: number;
}

let current: Announcement = { text: "", turn: 0 };
let changed: () => void = () => undefined;

export function announce(text: string): void {
  current = { text, turn: current.turn + 1 };
  changed();
}

export function Announcer() {
  const { text, turn } = useSyncExternalStore(listen, () => current);
  return (
    <div aria-live="polite" className="visually-hidden">
      <span key={turn}>{text}</span>
    </div>
  );
}

function listen(tell: () => void): () => void {
  changed = tell;
  return () => {
    changed = () => undefined;
  };
}
