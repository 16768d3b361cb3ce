/** What has become of an order, in words, and what to do about it. */
import cookie from "../../../ui/assets/bitten-cookie.svg";
import { Button, ButtonLink } from "../../../ui/button";
import { PageHeading } from "../../../ui/page-heading";
import { CART_PATH, CATALOGUE_PATH } from "../../../ui/paths";
import type { Outcome } from "../outcome";
import { Progress } from "./progress";
import { ShortLines } from "./short-lines";
import styles from "./outcome-view.module.css";

interface Props {
  readonly outcome: Outcome;
  readonly orderId: string;
  /** How long it has taken so far; past `given-up`, nobody asks by themselves. */
  readonly pace: "usual" | "slow" | "given-up";
  readonly onAskAgain: () => void;
}

export function OutcomeView({ outcome, orderId, pace, onAskAgain }: Props) {
  const { title, text } = wording(outcome, pace);
  return (
    <div className={outcome.kind === "confirmed" ? styles.confirmed : styles.plain}>
      {/* One heading all along: it keeps the focus while its words change. */}
      <PageHeading title={title}>{title}</PageHeading>
      <p role="status" className={styles.text}>
        {outcome.kind !== "underway" && <span className="visually-hidden">{title}. </span>}
        {text}
      </p>
      {outcome.kind === "underway" && <Progress at={1} />}
      {outcome.kind === "short" && <ShortLines shortfalls={outcome.shortfalls} />}
      {outcome.kind !== "short" && outcome.kind !== "gone" && (
        <p className={styles.number}>
          Order number <code>{orderId}</code>
        </p>
      )}
      <Onwards outcome={outcome} pace={pace} onAskAgain={onAskAgain} />
      {outcome.kind === "confirmed" && (
        <img className={styles.cookie} src={cookie} alt="" width={440} height={440} />
      )}
    </div>
  );
}

export function UnknownOrder() {
  return (
    <div className={styles.plain}>
      <PageHeading title="Order not found">We do not know this order</PageHeading>
      <p className={styles.text}>
        No order has this address. Perhaps part of the link got lost, or it is from very long ago. If you have
        just ordered, use the link from where you did.
      </p>
      <ButtonLink href={CATALOGUE_PATH}>Go to the cookies</ButtonLink>
    </div>
  );
}

function wording({ kind }: Outcome, pace: Props["pace"]): { title: string; text: string } {
  switch (kind) {
    case "underway":
      return { title: "Placing your order", text: PACES[pace] };
    case "confirmed":
      return {
        title: "Order confirmed",
        text: "Thank you! The cookies are yours, and the oven knows. Keep this page’s address to find the order again.",
      };
    case "short":
      return {
        title: "Not enough of these",
        text: "Somebody was faster. Nothing was ordered, and your cart is as you left it: take fewer, or something else.",
      };
    case "gone":
      return {
        title: "Not all of this is sold any more",
        text: "Something in your cart has left the shelf for good. Nothing was ordered, and your cart is as you left it: it shows what is missing.",
      };
    case "failed":
      return {
        title: "This order did not work out",
        text: "Something broke on our side while placing it, and nothing was ordered. Your cart is as you left it, so you can order again.",
      };
  }
}

const PACES: Record<Props["pace"], string> = {
  usual: "This takes a second or two.",
  slow: "This takes longer than usual. You need not wait: the order goes on without you, and this page’s address shows what became of it. Please do not order a second time.",
  "given-up":
    "We have stopped asking by ourselves. The order may still go through, so please do not order a second time: ask again here, or write to us with the order number.",
};

function Onwards({ outcome, pace, onAskAgain }: Omit<Props, "orderId">) {
  switch (outcome.kind) {
    case "underway":
      return pace === "given-up" && <Button onClick={onAskAgain}>Ask again</Button>;
    case "confirmed":
      return <ButtonLink href={CATALOGUE_PATH}>Back to the cookies</ButtonLink>;
    case "short":
    case "gone":
      return <ButtonLink href={CART_PATH}>Adjust your cart</ButtonLink>;
    case "failed":
      return <ButtonLink href={CART_PATH}>Back to your cart</ButtonLink>;
  }
}
