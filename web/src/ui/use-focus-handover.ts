/** When what had the focus goes from the page, the focus must not get lost: `main` takes it over. */
import { useLayoutEffect, useRef, type RefObject } from "react";

/** For the element that may go with the focus in it. */
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
