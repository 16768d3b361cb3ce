/** `/cart`: the items of the cart, which of them can be ordered, and their total. */
import { useRef } from "react";
import type { ProductId } from "../../../api/products/product";
import { announce } from "../../../ui/announcer";
import { FailureNotice } from "../../../ui/failure-notice";
import { PageHeading } from "../../../ui/page-heading";
import { remove, setQuantity } from "../cart";
import { CartLine } from "../components/cart-line";
import { CartSummary } from "../components/cart-summary";
import { EmptyCart } from "../components/empty-cart";
import { OpenOrders } from "../components/open-orders";
import { fixCart, type CheckedLine } from "../line-status";
import { t } from "../messages";
import { changeCart } from "../stored-cart";
import { useCheckedLines } from "../use-checked-lines";
import styles from "./cart-page.module.css";

export default function CartPage() {
  const { lines, error, isFetching, retry } = useCheckedLines();
  const page = useRef<HTMLDivElement>(null);

  // The focused line or notice is removed: focus the heading without scrolling.
  const holdFocus = () => page.current?.querySelector("h1")?.focus({ preventScroll: true });

  const changeQuantity = ({ id, name }: CheckedLine, requested: number, stock: number) => {
    changeCart((cart) => setQuantity(cart, id, requested, stock));
    announce(t("itemInCart", { quantity: Math.min(requested, stock), name }));
  };
  const removeLine = (id: ProductId, name: string) => {
    changeCart((cart) => remove(cart, id));
    announce(t("removed", { name }));
    holdFocus();
  };

  return (
    <div ref={page}>
      <PageHeading title={t("title")} className={styles.title}>
        {t("title")}
      </PageHeading>
      <OpenOrders />
      {lines.length === 0 ? (
        <EmptyCart />
      ) : (
        <div className={styles.columns}>
          <ul role="list" className={styles.lines}>
            {lines.map((line) => (
              <CartLine
                key={line.id}
                line={line}
                onChangeQuantity={(requested, stock) => {
                  changeQuantity(line, requested, stock);
                }}
                onRemove={() => {
                  removeLine(line.id, line.name);
                }}
              />
            ))}
          </ul>
          <CartSummary
            lines={lines}
            onFix={() => {
              changeCart((cart) => fixCart(cart, lines));
              announce(t("fixed"));
              holdFocus();
            }}
          />
          {error !== undefined && (
            <FailureNotice error={error} retry={retry} retrying={isFetching} place="inline" />
          )}
        </div>
      )}
    </div>
  );
}
