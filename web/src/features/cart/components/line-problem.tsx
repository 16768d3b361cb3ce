/** Why a line cannot be ordered, with a button to fix it if removing is not the only way. */
import { Button } from "../../../ui/button";
import { limit } from "../cart";
import type { CheckedLine } from "../line-status";
import { rich, t } from "../messages";
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
      return <p className={styles.problem}>{t("discontinued", { name })}</p>;
    case "sold-out":
      return <p className={styles.problem}>{t("soldOut")}</p>;
    case "short": {
      const { stock } = status.product;
      const most = limit(stock);
      return (
        <div className={styles.problem}>
          <p>
            {most < stock ? t("overLimit", { max: most, quantity }) : t("left", { left: stock, quantity })}
          </p>
          <Button
            variant="secondary"
            onClick={() => {
              onChangeQuantity(most, stock);
            }}
          >
            {rich("changeTo", { max: most, name: <span className="visually-hidden">{name}</span> })}
          </Button>
        </div>
      );
    }
  }
}
