/**
 * The report requested last, kept until the tab is closed: it survives navigation, reloads and a new sign-in.
 * Stored per employee, so that another employee does not see it.
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
