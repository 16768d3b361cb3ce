/** What an employee can do next with an order. The API decides whether it is possible. */
import { useState } from "react";
import type { Order } from "../../../api/orders/order";
import type { Transition } from "../../../api/schema";
import { announce } from "../../../ui/announcer";
import { Button, ButtonLink } from "../../../ui/button";
import { packingSlipPath } from "../../../ui/paths";
import { transitionOrder } from "../api/change-order";
import { t } from "../fulfilment-messages";
import { useOrderChange } from "../use-order-change";
import { t as dashboard } from "../messages";
import { CancelForm } from "./cancel-form";
import { ChangeFailure } from "./change-failure";
import { ShipForm } from "./ship-form";
import styles from "./order-actions.module.css";

export function OrderActions({ order }: { readonly order: Order }) {
  const [cancelling, setCancelling] = useState(false);
  const change = useOrderChange(
    order.id,
    (transition: Transition) => transitionOrder(order.id, transition),
    ({ status }) => {
      setCancelling(false);
      announce(t("changed", { status: dashboard(`status.${status}`) }));
    },
  );
  const { status } = order;
  const busy = change.isPending;
  const canCancel = status === "CONFIRMED" || status === "PACKED";
  if (!canCancel && status !== "SHIPPED") return null;

  return (
    <section aria-label={t("actions")} className={styles.actions}>
      {cancelling ? (
        <CancelForm
          busy={busy}
          onCancel={(reason) => {
            change.mutate({ to: "CANCELLED", reason });
          }}
          onKeep={() => {
            setCancelling(false);
          }}
        />
      ) : (
        <>
          {status === "PACKED" && (
            <ShipForm
              busy={busy}
              onShip={(parcel) => {
                change.mutate({ to: "SHIPPED", ...parcel });
              }}
            />
          )}
          <div className={styles.buttons}>
            {status === "CONFIRMED" && (
              <Button
                busy={busy}
                onClick={() => {
                  change.mutate({ to: "PACKED" });
                }}
              >
                {busy ? t("saving") : t("pack")}
              </Button>
            )}
            {status === "SHIPPED" && (
              <Button
                busy={busy}
                onClick={() => {
                  change.mutate({ to: "DELIVERED" });
                }}
              >
                {busy ? t("saving") : t("deliver")}
              </Button>
            )}
            {canCancel && (
              <ButtonLink href={packingSlipPath(order.id)} variant="secondary">
                {t("packingSlip")}
              </ButtonLink>
            )}
            {canCancel && (
              <Button
                variant="secondary"
                onClick={() => {
                  setCancelling(true);
                }}
              >
                {t("cancel")}
              </Button>
            )}
          </div>
        </>
      )}
      <ChangeFailure
        error={change.error}
        retry={() => {
          if (change.variables !== undefined) change.mutate(change.variables);
        }}
        retrying={busy}
      />
    </section>
  );
}
