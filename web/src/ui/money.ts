/** Formats amounts. The only module that turns minor units into decimals, and only as text. */
import { locale } from "./language";

/** `{ amount: 350, currency: "EUR" }` → `€3.50`, in the language in use unless another locale is given. */
export function formatMoney(
  { amount, currency }: { amount: number; currency: string },
  tag = locale(),
): string {
  const format = new Intl.NumberFormat(tag, { style: "currency", currency });
  // Intl formats a decimal string exactly; `amount / 100` would be rounded first.
  return format.format(decimal(amount, format));
}

function decimal(amount: number, format: Intl.NumberFormat): Intl.StringNumericLiteral {
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const padded = String(amount).padStart(digits + 1, "0");
  const whole = padded.slice(0, padded.length - digits);
  return (digits === 0 ? whole : `${whole}.${padded.slice(-digits)}`) as Intl.StringNumericLiteral;
}
