/**
 * The order page in all states. Heading and status line stay in the document while their texts change, so the
 * focus is not lost and screen readers announce each state.
 */
import type { ReactNode } from "react";
import { Link } from "wouter";
import cookie from "../../../ui/assets/bitten-cookie.svg";
import type { OrderReceipt } from "../../../api/orders/submission";
import { Button, ButtonLink } from "../../../ui/button";
import { PageHeading } from "../../../ui/page-heading";
import { CART_PATH, CATALOGUE_PATH, CHECKOUT_PATH, CONTACT_PATH } from "../../../ui/paths";
import type { Outcome } from "../outcome";
import { rich, t } from "../order-messages";
import { Delivery, Refunds } from "./delivery";
import { PriceComparison } from "./price-comparison";
import { Progress } from "./progress";
import { Receipt } from "./receipt";
import { ShortfallList } from "./shortfall-list";
import styles from "./outcome-view.module.css";

/** The outcome of an order, or that there is none to show. */
export type OrderView = Outcome | { readonly kind: "loading" } | { readonly kind: "unknown" };

interface Props {
  readonly view: OrderView;
  readonly orderId: string | undefined;
  readonly order: OrderReceipt | undefined;
  /** How long the customer has waited; when `stopped`, the page no longer polls. */
  readonly wait: "normal" | "slow" | "stopped";
  readonly onCheckAgain: () => void;
  /** Accepts the new prices; absent without a cart to order again. */
  readonly onAccept: (() => void) | undefined;
  /** The failure of the last request, if any. */
  readonly children: ReactNode;
}

export function OutcomeView({ view, orderId, order, wait, onCheckAgain, onAccept, children }: Props) {
  const { kind } = view;
  const { title, text } = wording(view, wait);
  // Until the order is stored, its ID names it.
  const number = order?.number ?? orderId;
  return (
    <section className={kind === "confirmed" ? styles.confirmed : styles.plain}>
      <PageHeading title={title}>{title}</PageHeading>
      <p role="status" className={styles.text}>
        {kind !== "loading" && kind !== "in-progress" && <span className="visually-hidden">{title}. </span>}
        {text}
      </p>
      {kind === "in-progress" && <Progress at={1} />}
      {kind === "out-of-stock" && <ShortfallList shortfalls={view.shortfalls} />}
      {kind === "prices-changed" && <PriceComparison change={view.change} />}
      {kind === "confirmed" && <Delivery fulfilment={view.fulfilment} />}
      {order !== undefined && <Refunds refunds={order.refunds ?? []} />}
      {number !== undefined && hasNumber(kind) && (
        <p className={styles.number}>
          {t("orderNumber")} <code>{number}</code>
        </p>
      )}
      {order !== undefined && (kind === "in-progress" || kind === "confirmed" || kind === "cancelled") && (
        <div className={styles.receipt}>
          <Receipt order={order} />
        </div>
      )}
      {needsHelp(kind, wait) && (
        <p className={styles.text}>
          {rich(orderId === undefined || kind === "unknown" ? "needHelp" : "needHelpQuote", {
            contact: <Link href={CONTACT_PATH}>{t("contactUs")}</Link>,
          })}
        </p>
      )}
      <div className={styles.actions}>
        <Actions kind={kind} wait={wait} onCheckAgain={onCheckAgain} onAccept={onAccept} />
      </div>
      {kind === "confirmed" && <img className={styles.cookie} src={cookie} alt="" width={440} height={440} />}
      {children}
    </section>
  );
}

/** Whether the page shows the order number. */
const hasNumber = (kind: OrderView["kind"]): boolean =>
  kind === "in-progress" || kind === "confirmed" || kind === "cancelled" || kind === "failed";

/** Whether the page offers the contact link. */
const needsHelp = (kind: OrderView["kind"], wait: Props["wait"]): boolean =>
  kind === "unknown" ||
  kind === "failed" ||
  kind === "cancelled" ||
  (kind === "in-progress" && wait === "stopped");

function wording(view: OrderView, wait: Props["wait"]): { title: string; text: string } {
  const { kind } = view;
  if (kind === "confirmed") {
    const { status } = view.fulfilment;
    return { title: t(`${status}.title`), text: t(`${status}.text`) };
  }
  const soldOut = kind === "out-of-stock" && view.shortfalls.every(({ available }) => available === 0);
  return {
    title: t(soldOut ? "sold-out.title" : `${kind}.title`),
    text: kind === "in-progress" ? t(`wait.${wait}`) : t(`${kind}.text`),
  };
}

function Actions({
  kind,
  wait,
  onCheckAgain,
  onAccept,
}: Pick<Props, "wait" | "onCheckAgain" | "onAccept"> & { readonly kind: OrderView["kind"] }) {
  switch (kind) {
    case "loading":
      return null;
    case "in-progress":
      return wait === "stopped" && <Button onClick={onCheckAgain}>{t("checkAgain")}</Button>;
    case "unknown":
    case "confirmed":
    case "cancelled":
      return <ButtonLink href={CATALOGUE_PATH}>{t("browse")}</ButtonLink>;
    case "prices-changed":
      return onAccept === undefined ? (
        <ButtonLink href={CATALOGUE_PATH}>{t("browse")}</ButtonLink>
      ) : (
        <>
          <ButtonLink href={CHECKOUT_PATH} onClick={onAccept}>
            {t("accept")}
          </ButtonLink>
          <ButtonLink href={CART_PATH} variant="secondary">
            {t("backToCart")}
          </ButtonLink>
        </>
      );
    case "out-of-stock":
    case "discontinued":
      return <ButtonLink href={CART_PATH}>{t("updateCart")}</ButtonLink>;
    case "failed":
      return <ButtonLink href={CART_PATH}>{t("backToCart")}</ButtonLink>;
  }
}
