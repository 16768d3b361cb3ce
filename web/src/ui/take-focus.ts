/**
 * A ref callback that focuses an element when it appears, and only then: its identity is the same in every
 * render.
 */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
