/** Moves the focus to `main` if the element that contains it is removed. */
import { useLayoutEffect, useRef, type RefObject } from "react";

/** The ref for the element that may be removed. */
export function useFocusHandover<E extends HTMLElement>(): RefObject<E | null> {
  const holder = useRef<E>(null);
  useLayoutEffect(() => {
    const element = holder.current;
    return () => {
      if (element?.contains(document.activeElement)) element.closest("main")?.focus({ preventScroll: true });
    };
  }, []);
  return holder;
}
