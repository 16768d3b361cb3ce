/**
 * Exports all orders that match the filter, including those that the list has not loaded, and shows the
 * progress.
 */
import { useEffect, useLayoutEffect, useRef } from "react";
import type { OrderFilter } from "../../../api/orders/list-orders";
import { announce } from "../../../ui/announcer";
import { Button } from "../../../ui/button";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { useShopZone } from "../../../ui/shop-zone";
import { useExport, type Export } from "../use-export";
import { counted } from "../wording";
import styles from "./export-button.module.css";

export function ExportButton({ filter }: { readonly filter: OrderFilter }) {
  const { state, start, cancel } = useExport(filter, useShopZone());
  const area = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const press = (action: () => void) => () => {
    pressed.current = true;
    action();
  };
  // The clicked button is replaced; keep the focus.
  useLayoutEffect(() => {
    if (pressed.current) area.current?.querySelector("button")?.focus({ preventScroll: true });
    pressed.current = false;
  }, [state.kind]);

  const spoken = spokenOf(state);
  useEffect(() => {
    if (spoken !== undefined) announce(spoken);
  }, [spoken]);

  return (
    <div ref={area} className={styles.export}>
      {state.kind === "reading" ? (
        <Button key="cancel" variant="secondary" onClick={press(cancel)}>
          Cancel export
        </Button>
      ) : (
        <Button key="start" variant="secondary" onClick={press(start)}>
          Export as CSV
        </Button>
      )}
      <span className={styles.progress}>
        {state.kind === "reading" && `Exporting… ${counted(state.orders, "order")} so far`}
        {state.kind === "done" && `Exported ${counted(state.orders, "order")}`}
      </span>
      {state.kind === "failed" && (
        <EmployeeFailure error={state.error} retry={start} retrying={false} place="inline" />
      )}
    </div>
  );
}

/** Announces start and end only. */
function spokenOf(state: Export): string | undefined {
  switch (state.kind) {
    case "reading":
      return "Exporting orders";
    case "done":
      return `Exported ${counted(state.orders, "order")}`;
    case "idle":
    case "failed":
      return undefined;
  }
}
