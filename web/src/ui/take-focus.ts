/**
 * A ref for what a visitor has just asked for: it takes the focus when it appears and at no other time, since it is one
 * and the same function in every render.
 */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
