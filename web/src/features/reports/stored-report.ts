/**
 * The report that was asked for last, kept for as long as the tab is open: whoever goes elsewhere, reloads or signs in again
 * finds it as far as it has come. It is kept for one employee; another who signs in here meanwhile finds none.
 */
import * as v from "valibot";
import { ExecutionArn } from "../../api/execution-arn";
import { readJson, storageEntry } from "../../browser/storage-entry";

const Stored = v.object({ employee: v.string(), execution: ExecutionArn });

const store = storageEntry("sessionStorage", "quarter-past.report");

export function storedReport(employee: string): ExecutionArn | undefined {
  const stored = readJson(store.read(), Stored);
  return stored?.employee === employee ? stored.execution : undefined;
}

export function storeReport(employee: string, execution: ExecutionArn): void {
  store.write(JSON.stringify({ employee, execution }));
}

export function forgetReport(): void {
  store.write(null);
}
