/**
 * `/orders/status/:executionArn`: what has become of an order. The address is all it needs, so it survives a reload
 * and can be kept or shared.
 */
import { useEffect, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import * as v from "valibot";
import { ExecutionArn } from "../../../api/execution-arn";
import type { ApiError } from "../../../api/failure";
import { FailureNotice } from "../../../ui/failure-notice";
import { PageHeading } from "../../../ui/page-heading";
import { PATIENCE_MS, submission } from "../api/check-submission";
import { OutcomeView, UnknownOrder } from "../components/outcome-view";
import { forgetDraft } from "../draft";
import { outcomeOf } from "../outcome";
import { useElapsed } from "../use-elapsed";

interface Props {
  /** As it stands in the address. */
  readonly execution: string;
  /** Told once the order has ended: bought, or not. */
  readonly onDecided: (execution: ExecutionArn, bought: boolean) => void;
}

export function StatusPage({ execution, onDecided }: Props) {
  const arn = v.safeParse(ExecutionArn, decode(execution));
  return (
    <section>
      {/* What cannot be an order's address is none; the server need not be asked. */}
      {arn.success ? (
        <Known key={arn.output} execution={arn.output} onDecided={onDecided} />
      ) : (
        <UnknownOrder />
      )}
    </section>
  );
}

/** Long enough that the customer wonders. */
const SLOW_MS = 20_000;

interface KnownProps {
  readonly execution: ExecutionArn;
  readonly onDecided: (execution: ExecutionArn, bought: boolean) => void;
}

function Known({ execution, onDecided }: KnownProps) {
  const [since, setSince] = useState(Date.now);
  const query = useQuery(submission(execution, since));
  const slow = useElapsed(since, SLOW_MS);
  const givenUp = useElapsed(since, PATIENCE_MS);
  const outcome = query.data === undefined ? undefined : outcomeOf(query.data);
  useDecision(execution, outcome?.kind, onDecided);

  if (query.error?.isNotFound === true || isForeign(query.error)) return <UnknownOrder />;

  const again = () => {
    setSince(Date.now());
    void query.refetch();
  };
  return (
    <>
      {outcome === undefined || query.data === undefined ? (
        <PageHeading title="Your order">Looking up your order</PageHeading>
      ) : (
        <OutcomeView
          outcome={outcome}
          orderId={query.data.orderId}
          pace={givenUp ? "given-up" : slow ? "slow" : "usual"}
          onAskAgain={again}
        />
      )}
      {query.error !== null && (
        <FailureNotice
          error={query.error}
          retry={again}
          retrying={query.isFetching}
          place={outcome === undefined ? "page" : "inline"}
        />
      )}
    </>
  );
}

/** Tells the end of the order once it is known, and that the shelf has changed. */
function useDecision(
  execution: ExecutionArn,
  kind: ReturnType<typeof outcomeOf>["kind"] | undefined,
  onDecided: KnownProps["onDecided"],
) {
  const client = useQueryClient();
  useEffect(() => {
    if (kind === undefined || kind === "underway") return;
    onDecided(execution, kind === "confirmed");
    if (kind === "confirmed") forgetDraft();
    void client.invalidateQueries({ queryKey: ["products"] });
  }, [client, execution, kind, onDecided]);
}

/** An address that the API would not even look up: of another shop, or of something that is no order. */
function isForeign(error: ApiError | null): boolean {
  return error?.failure.kind === "refused" && (error.failure.status === 400 || error.failure.status === 403);
}

/** The router leaves escaped colons escaped. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray per cent sign, which no order's address has.
    return segment;
  }
}
