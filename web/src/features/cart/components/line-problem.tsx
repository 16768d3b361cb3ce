/** Why a line cannot be ordered, with a button to fix it if removing is not the only way. */
import { Button } from "../../../ui/button";
import { limit } from "../cart";
import type { CheckedLine } from "../line-status";
import styles from "./line-problem.module.css";

interface Props {
  readonly line: CheckedLine;
  readonly onChangeQuantity: (requested: number, stock: number) => void;
}

export function LineProblem({ line: { name, status, quantity }, onChangeQuantity }: Props) {
  switch (status.kind) {
    case "unknown":
    case "available":
      return null;
    case "discontinued":
      return <p className={styles.problem}>{name} is no longer sold. Remove it to continue.</p>;
    case "sold-out":
      return <p className={styles.problem}>Sold out since you added it. Remove it to continue.</p>;
    case "short": {
      const { stock } = status.product;
      const most = limit(stock);
      return (
        <div className={styles.problem}>
          <p>
            {most < stock ? `The limit is ${String(most)} per order` : `Only ${String(stock)} left`}; you have{" "}
            {quantity} in your cart.
          </p>
          <Button
            variant="secondary"
            onClick={() => {
              onChangeQuantity(most, stock);
            }}
          >
            Change to {most} <span className="visually-hidden">{name}</span>
          </Button>
        </div>
      );
    }
  }
}
