/** What keeps a line from being ordered, in words, and the one step that mends it where it is not to remove the line. */
import { Button } from "../../../ui/button";
import { limit } from "../cart";
import type { StandingLine } from "../standing";
import styles from "./line-trouble.module.css";

interface Props {
  readonly line: StandingLine;
  readonly onTake: (wanted: number, stock: number) => void;
}

export function LineTrouble({ line: { name, standing, quantity }, onTake }: Props) {
  switch (standing.kind) {
    case "unknown":
    case "good":
      return null;
    case "gone":
      return <p className={styles.trouble}>{name} is no longer sold. Remove it to continue.</p>;
    case "sold-out":
      return <p className={styles.trouble}>Sold out since you added it. Remove it to continue.</p>;
    case "short": {
      const { stock } = standing.product;
      const most = limit(stock);
      return (
        <div className={styles.trouble}>
          <p>
            {most < stock ? `The limit is ${String(most)} per order` : `Only ${String(stock)} left`}; you have{" "}
            {quantity} in your cart.
          </p>
          <Button
            look="quiet"
            onClick={() => {
              onTake(most, stock);
            }}
          >
            Change to {most} <span className="visually-hidden">{name}</span>
          </Button>
        </div>
      );
    }
  }
}
