/** Opens an order by its number. */
import { useId, useState } from "react";
import * as v from "valibot";
import { useLocation } from "wouter";
import { OrderId } from "../../../api/orders/order";
import { Button } from "../../../ui/button";
import { orderPath } from "../../../ui/paths";
import { listState } from "../list-link";
import { t } from "../messages";
import styles from "./order-search.module.css";

export function OrderSearch({ search }: { readonly search: string }) {
  const id = useId();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();

  const open = () => {
    // Copied numbers may be surrounded by spaces or in upper case.
    const order = v.safeParse(OrderId, typed.trim().toLowerCase());
    if (order.success) navigate(orderPath(order.output), { state: listState(search) });
    else setError(t(typed.trim() === "" ? "numberMissing" : "numberMalformed"));
  };
  return (
    <form
      role="search"
      noValidate
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <label htmlFor={id} className={styles.label}>
        {t("orderNumber")}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className="control"
          value={typed}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={({ target }) => {
            setTyped(target.value);
            setError(undefined);
          }}
        />
        <Button type="submit" variant="secondary">
          {t("open")}
        </Button>
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </form>
  );
}
