/** The orders that are shown, as a file. Not those that could still be loaded; the button says how many it is about. */
import type { OrderFilter } from "../../../api/orders/list-orders";
import { dayOf } from "../../../api/orders/day";
import type { Order } from "../../../api/orders/order";
import { download } from "../../../browser/download";
import { Button } from "../../../ui/button";
import { fileName, ordersCsv } from "../csv";
import { counted } from "../wording";

interface Props {
  readonly orders: readonly Order[];
  readonly filter: OrderFilter;
}

export function ExportButton({ orders, filter }: Props) {
  return (
    <Button
      look="quiet"
      onClick={() => {
        download(fileName(filter, dayOf(new Date())), "text/csv;charset=utf-8", ordersCsv(orders));
      }}
    >
      Export {counted(orders.length, "order")} as CSV
    </Button>
  );
}
