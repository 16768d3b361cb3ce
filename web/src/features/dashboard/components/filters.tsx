/** The filters of the list. Each change takes effect at once. */
import { ORDER_STATUSES, type OrderStatus } from "../../../api/orders/order";
import type { OrderFilter } from "../../../api/orders/list-orders";
import { Button } from "../../../ui/button";
import { isReversed, isNarrowed } from "../filter";
import { STATUS_NAMES } from "../wording";
import { DayField } from "./day-field";
import styles from "./filters.module.css";

interface Props {
  readonly filter: OrderFilter;
  readonly onChange: (filter: OrderFilter) => void;
}

const CHOICES: readonly (OrderStatus | undefined)[] = [undefined, ...ORDER_STATUSES];

export function Filters({ filter, onChange }: Props) {
  const reversed = isReversed(filter);
  return (
    <div role="group" aria-label="Filter orders" className={styles.filters}>
      <fieldset className={styles.statuses}>
        <legend className={styles.legend}>Status</legend>
        <div className={styles.choices}>
          {CHOICES.map((status) => (
            <label key={status ?? "all"} className={styles.choice}>
              <input
                type="radio"
                name="status"
                checked={filter.status === status}
                onChange={() => {
                  onChange({ ...filter, status });
                }}
              />
              <span>{status === undefined ? "All" : STATUS_NAMES[status]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <DayField
        label="From"
        value={filter.from}
        invalid={reversed}
        onChange={(from) => {
          onChange({ ...filter, from });
        }}
      />
      <DayField
        label="To"
        value={filter.to}
        invalid={reversed}
        onChange={(to) => {
          onChange({ ...filter, to });
        }}
      />
      {isNarrowed(filter) && (
        <Button
          variant="secondary"
          onClick={() => {
            onChange({});
          }}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}
