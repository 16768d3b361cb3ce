/**
 * Announces changes to screen readers without moving the focus: call `announce("…")` anywhere. The shell
 * renders one `<Announcer />`.
 */
import { useSyncExternalStore } from "react";

interface Announcement {
  readonly text: string;
  /** Makes a repeated text a new announcement. */
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

function listen(listener: () => void): () => void {
  changed = listener;
  return () => {
    changed = () => undefined;
  };
}
