/** Reads amounts that people type. */

/** `3.50` and `3,50` → 350; `undefined` if the text is not an amount of the currency. Without grouping. */
export function minorUnits(text: string, currency: string): number | undefined {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const [, whole, fraction = ""] = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined || fraction.length > digits) return undefined;
  return Number(whole + fraction.padEnd(digits, "0"));
}
