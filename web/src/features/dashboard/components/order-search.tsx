/** Opens an order by its number, as it stands on a customer's confirmation. */
import { useId, useState } from "react";
import * as v from "valibot";
import { useLocation } from "wouter";
import { OrderId } from "../../../api/orders/order";
import { Button } from "../../../ui/button";
import { orderPath } from "../../../ui/paths";
import { fromList } from "../way-back";
import styles from "./order-search.module.css";

export function OrderSearch({ search }: { readonly search: string }) {
  const id = useId();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState("");
  const [complaint, setComplaint] = useState<string>();

  const open = () => {
    // As people copy it: with blanks around it, or in capitals.
    const order = v.safeParse(OrderId, typed.trim().toLowerCase());
    if (order.success) navigate(orderPath(order.output), { state: fromList(search) });
    else setComplaint(typed.trim() === "" ? EMPTY : MALFORMED);
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
        Order number
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className="control"
          value={typed}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={complaint !== undefined}
          aria-describedby={complaint === undefined ? undefined : `${id}-complaint`}
          onChange={({ target }) => {
            setTyped(target.value);
            setComplaint(undefined);
          }}
        />
        <Button type="submit" look="quiet">
          Open
        </Button>
      </div>
      {complaint !== undefined && (
        <p id={`${id}-complaint`} role="alert" className={styles.complaint}>
          {complaint}
        </p>
      )}
    </form>
  );
}

const EMPTY = "Enter an order number.";
const MALFORMED =
  "That’s not a valid order number. Order numbers look like 019ac3f0-5a3e-7c11-9d2b-4f6a8e1b2c3d.";
