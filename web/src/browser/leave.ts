/** Leaves the app for another address. The page that is left is not one that the browser's way back leads to. */
export function leave(url: string): void {
  window.location.replace(url);
}

/** Starts the app anew at the address where it is. */
export function reload(): void {
  window.location.reload();
}
