/**
 * An order's page in all of its states: one heading and one status line, which stay while their words change. So the focus
 * is never lost, and a screen reader announces each state.
 */
import type { ReactNode } from "react";
import { Link } from "wouter";
import cookie from "../../../ui/assets/bitten-cookie.svg";
import type { OrderReceipt } from "../../../api/orders/submission";
import { Button, ButtonLink } from "../../../ui/button";
import { PageHeading } from "../../../ui/page-heading";
import { CART_PATH, CATALOGUE_PATH, CHECKOUT_PATH, CONTACT_PATH } from "../../../ui/paths";
import type { Outcome } from "../outcome";
import { PriceLines } from "./price-lines";
import { Progress } from "./progress";
import { Receipt } from "./receipt";
import { ShortLines } from "./short-lines";
import styles from "./outcome-view.module.css";

/** What the page shows: an outcome, or that there is none to show. */
export type Shown = Outcome | { readonly kind: "loading" } | { readonly kind: "unknown" };

interface Props {
  readonly shown: Shown;
  readonly orderId: string | undefined;
  readonly order: OrderReceipt | undefined;
  /** How long it has taken so far; past `given-up`, the page no longer asks by itself. */
  readonly pace: "usual" | "slow" | "given-up";
  readonly onAskAgain: () => void;
  /** The customer accepts the new prices; absent if there is no cart to order again. */
  readonly onAccept: (() => void) | undefined;
  /** What went wrong with the question, if anything did. */
  readonly children: ReactNode;
}

export function OutcomeView({ shown, orderId, order, pace, onAskAgain, onAccept, children }: Props) {
  const { kind } = shown;
  const { title, text } = wording(kind, pace);
  return (
    <section className={kind === "confirmed" ? styles.confirmed : styles.plain}>
      <PageHeading title={title}>{title}</PageHeading>
      <p role="status" className={styles.text}>
        {kind !== "loading" && kind !== "underway" && <span className="visually-hidden">{title}. </span>}
        {text}
      </p>
      {kind === "underway" && <Progress at={1} />}
      {kind === "short" && <ShortLines shortfalls={shown.shortfalls} />}
      {kind === "repriced" && <PriceLines change={shown.change} />}
      {orderId !== undefined && (kind === "underway" || kind === "confirmed" || kind === "failed") && (
        <p className={styles.number}>
          Order number <code>{orderId}</code>
        </p>
      )}
      {order !== undefined && (kind === "underway" || kind === "confirmed") && (
        <div className={styles.receipt}>
          <Receipt order={order} />
        </div>
      )}
      {needsHelp(kind, pace) && (
        <p className={styles.text}>
          Need help? <Link href={CONTACT_PATH}>Contact us</Link>
          {orderId !== undefined && kind !== "unknown" && " and quote your order number"}.
        </p>
      )}
      <div className={styles.onwards}>
        <Onwards kind={kind} pace={pace} onAskAgain={onAskAgain} onAccept={onAccept} />
      </div>
      {kind === "confirmed" && <img className={styles.cookie} src={cookie} alt="" width={440} height={440} />}
      {children}
    </section>
  );
}

/** Whether the page cannot help any further. */
const needsHelp = (kind: Shown["kind"], pace: Props["pace"]): boolean =>
  kind === "unknown" || kind === "failed" || (kind === "underway" && pace === "given-up");

function wording(kind: Shown["kind"], pace: Props["pace"]): { title: string; text: string } {
  switch (kind) {
    case "loading":
      return { title: "Your order", text: "Loading your order…" };
    case "unknown":
      return {
        title: "We can’t find this order",
        text: "The link may be incomplete. Check that you copied all of it.",
      };
    case "underway":
      return { title: "Placing your order", text: PACES[pace] };
    case "confirmed":
      return {
        title: "Order confirmed",
        text: "Thank you! We’ve got your order. Bookmark this page to check it later.",
      };
    case "short":
      return {
        title: "Just sold out",
        text: "Someone got there first, so we didn’t place your order. Your cart is unchanged and shows what’s missing.",
      };
    case "repriced":
      return {
        title: "Prices have changed",
        text: "We didn’t place your order, because prices changed while you were ordering. Please check the new prices.",
      };
    case "gone":
      return {
        title: "Some items are no longer sold",
        text: "We didn’t place your order. Your cart is unchanged and shows what’s missing.",
      };
    case "failed":
      return {
        title: "We couldn’t place your order",
        text: "Something went wrong on our end. Your cart is unchanged, so you can order again.",
      };
  }
}

const PACES: Record<Props["pace"], string> = {
  usual: "This only takes a moment.",
  slow: "This is taking longer than usual. You don’t have to wait: this page shows the result when you come back. Please don’t order again.",
  "given-up":
    "We’ve stopped checking automatically. The order may still go through, so please don’t order again. Check again below.",
};

function Onwards({
  kind,
  pace,
  onAskAgain,
  onAccept,
}: Pick<Props, "pace" | "onAskAgain" | "onAccept"> & { readonly kind: Shown["kind"] }) {
  switch (kind) {
    case "loading":
      return null;
    case "underway":
      return pace === "given-up" && <Button onClick={onAskAgain}>Check again</Button>;
    case "unknown":
    case "confirmed":
      return <ButtonLink href={CATALOGUE_PATH}>Browse our cookies</ButtonLink>;
    case "repriced":
      return onAccept === undefined ? (
        <ButtonLink href={CATALOGUE_PATH}>Browse our cookies</ButtonLink>
      ) : (
        <>
          <ButtonLink href={CHECKOUT_PATH} onClick={onAccept}>
            Accept and order again
          </ButtonLink>
          <ButtonLink href={CART_PATH} look="quiet">
            Back to your cart
          </ButtonLink>
        </>
      );
    case "short":
    case "gone":
      return <ButtonLink href={CART_PATH}>Update your cart</ButtonLink>;
    case "failed":
      return <ButtonLink href={CART_PATH}>Back to your cart</ButtonLink>;
  }
}
