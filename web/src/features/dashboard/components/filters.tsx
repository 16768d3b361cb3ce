/** The filters of the list. Each change takes effect at once. */
import { ORDER_STATUSES, type OrderStatus } from "../../../api/orders/order";
import type { OrderFilter } from "../../../api/orders/list-orders";
import { Button } from "../../../ui/button";
import { isReversed, isNarrowed } from "../filter";
import { t } from "../messages";
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
    <div role="group" aria-label={t("filter")} className={styles.filters}>
      <fieldset className={styles.statuses}>
        <legend className={styles.legend}>{t("status")}</legend>
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
              <span>{status === undefined ? t("all") : t(`status.${status}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <DayField
        label={t("from")}
        value={filter.from}
        invalid={reversed}
        onChange={(from) => {
          onChange({ ...filter, from });
        }}
      />
      <DayField
        label={t("to")}
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
          {t("clearFilters")}
        </Button>
      )}
    </div>
  );
}
