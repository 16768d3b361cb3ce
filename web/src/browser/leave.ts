/** Navigates to a URL outside the app and replaces the current history entry. */
export function leave(url: string): void {
  window.location.replace(url);
}

export function reload(): void {
  window.location.reload();
}
