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
import { t } from "../messages";
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
          {t("cancelExport")}
        </Button>
      ) : (
        <Button key="start" variant="secondary" onClick={press(start)}>
          {t("export")}
        </Button>
      )}
      <span className={styles.progress}>
        {state.kind === "reading" && t("exportingSoFar", { count: state.orders })}
        {state.kind === "done" && t("exported", { count: state.orders })}
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
      return t("exporting");
    case "done":
      return t("exported", { count: state.orders });
    case "idle":
    case "failed":
      return undefined;
  }
}
