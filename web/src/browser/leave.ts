/** Leaves the app for another address. The page that is left is not one that the browser's way back leads to. */
export function leave(url: string): void {
  window.location.replace(url);
}
