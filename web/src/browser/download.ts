/** Hands a text to whoever sits before the browser, as a file. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the file by then; the address would keep it in memory for as long as the page lives.
  URL.revokeObjectURL(address);
}
