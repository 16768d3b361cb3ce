/**
 * `/orders/:order`: the status of an order. The URL is all it needs, so it can be reloaded, bookmarked and
 * shared.
 */
import { useEffect, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { PriceChange } from "../../../api/orders/order";
import type { OrderId } from "../../../api/orders/order-id";
import { POLL_LIMIT_MS, submission, type SubmissionStatus } from "../../../api/orders/submission";
import { FailureNotice } from "../../../ui/failure-notice";
import { OutcomeView, type OrderView } from "../components/outcome-view";
import { forgetDraft } from "../draft-entry";
import { outcomeOf } from "../outcome";
import { useElapsed } from "../use-elapsed";
import type { OrderLines } from "./checkout-page";

interface Props {
  /** `undefined` if the path contains no order ID; then no request is sent. */
  readonly order: OrderId | undefined;
  /** Called once when the order is decided, with the items bought (none if it failed). */
  readonly onDecided: (order: OrderId, bought: OrderLines) => void;
  /** Accepts the new prices; absent without a cart to order again. */
  readonly onAccept: ((change: PriceChange) => void) | undefined;
}

/** After this time the page says that it takes longer than usual. */
const SLOW_MS = 20_000;

/** An ID that no order has; never requested. */
const UNUSED_ID = "00000000-0000-8000-8000-000000000000" as OrderId;

export function StatusPage({ order, onDecided, onAccept }: Props) {
  const [since, setSince] = useState(Date.now);
  const query = useQuery({ ...submission(order ?? UNUSED_ID, since), enabled: order !== undefined });
  const slow = useElapsed(since, SLOW_MS);
  const stopped = useElapsed(since, POLL_LIMIT_MS);
  useDecision(query.data, onDecided);

  const isUnknown = order === undefined || query.error?.isNotFound === true;
  const view: OrderView = isUnknown
    ? { kind: "unknown" }
    : query.data === undefined
      ? { kind: "loading" }
      : outcomeOf(query.data);
  const again = () => {
    setSince(Date.now());
    void query.refetch();
  };
  return (
    <OutcomeView
      view={view}
      orderId={order}
      order={query.data?.order}
      wait={stopped ? "stopped" : slow ? "slow" : "normal"}
      onCheckAgain={again}
      onAccept={
        onAccept &&
        (() => {
          if (view.kind === "prices-changed") onAccept(view.change);
        })
      }
    >
      {query.error !== null && !isUnknown && (
        <FailureNotice
          error={query.error}
          retry={again}
          retrying={query.isFetching}
          place={query.data === undefined ? "page" : "inline"}
        />
      )}
    </OutcomeView>
  );
}

/** Reports the decision, and refreshes products because the stock has changed. */
function useDecision(submission: SubmissionStatus | undefined, onDecided: Props["onDecided"]) {
  const client = useQueryClient();
  useEffect(() => {
    if (submission === undefined || submission.status === "RUNNING") return;
    // A cancelled order was confirmed first.
    const confirmed = submission.status !== "FAILED";
    onDecided(submission.orderId, confirmed ? submission.order.lines : []);
    if (confirmed) forgetDraft();
    void client.invalidateQueries({ queryKey: ["products"] });
  }, [client, submission, onDecided]);
}
