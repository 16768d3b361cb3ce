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
      return <p className={styles.trouble}>{name} has left the shelf for good. Remove it to go on.</p>;
    case "sold-out":
      return <p className={styles.trouble}>Sold out since you added it. Remove it to go on.</p>;
    case "short": {
      const { stock } = standing.product;
      const most = limit(stock);
      return (
        <div className={styles.trouble}>
          <p>
            {most < stock ? `At most ${String(most)} fit into one order` : `Only ${String(stock)} left`}, and
            you have {quantity}.
          </p>
          <Button
            look="quiet"
            onClick={() => {
              onTake(most, stock);
            }}
          >
            Take {most} <span className="visually-hidden">of {name}</span>
          </Button>
        </div>
      );
    }
  }
}
