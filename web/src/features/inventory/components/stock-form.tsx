/** The form that adjusts a product's stock. */
import { useId, useRef, useState, type ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiError } from "../../../api/failure";
import type { Product } from "../../../api/products/product";
import { announce } from "../../../ui/announcer";
import { Button } from "../../../ui/button";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { adjustmentOf, MAX_PIECES, type Fault, type Typed } from "../adjustment";
import { adjustStock, type StockAdjustment, type StockReason } from "../api/adjust-stock";
import { inventory } from "../api/inventory";
import { productHistory } from "../api/product-history";
import { t } from "../messages";
import styles from "./stock-form.module.css";

const REASONS: readonly StockReason[] = ["DELIVERY", "WASTE", "COUNT"];
const EMPTY: Typed = { reason: "DELIVERY", pieces: "", note: "" };

export function StockForm({ product }: { readonly product: Product }) {
  const [typed, setTyped] = useState(EMPTY);
  const [fault, setFault] = useState<Fault>();
  const { save, renewKey } = useSave(product, () => {
    setTyped({ ...EMPTY, reason: typed.reason });
  });

  const change = (next: Partial<Typed>) => {
    // A changed adjustment is a new one.
    renewKey();
    setTyped({ ...typed, ...next });
    setFault(undefined);
    save.reset();
  };
  const submit = () => {
    if (save.isPending) return;
    const adjustment = adjustmentOf(typed, product.stock);
    if (typeof adjustment === "string") setFault(adjustment);
    else save.mutate(adjustment);
  };
  const isCount = typed.reason === "COUNT";
  const piecesError =
    fault === "pieces"
      ? t(isCount ? "countInvalid" : "quantityInvalid", { max: MAX_PIECES })
      : fault === "no-difference"
        ? t("noDifference")
        : undefined;
  return (
    <form
      noValidate
      aria-label={t("adjust")}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={t("reason")} error={undefined}>
        {(field) => (
          <select
            {...field}
            value={typed.reason}
            onChange={({ target }) => {
              change({ reason: target.value as StockReason });
            }}
          >
            {REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {t(`reason.${reason}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t(PIECES[typed.reason])} error={piecesError}>
        {(field) => (
          <input
            {...field}
            inputMode="numeric"
            autoComplete="off"
            value={typed.pieces}
            onChange={({ target }) => {
              change({ pieces: target.value });
            }}
          />
        )}
      </Field>
      <Field label={t("note")} error={fault === "note" ? t("noteInvalid") : undefined}>
        {(field) => (
          <input
            {...field}
            autoComplete="off"
            value={typed.note}
            onChange={({ target }) => {
              change({ note: target.value });
            }}
          />
        )}
      </Field>
      {save.error !== null && <Failure error={save.error} retry={submit} retrying={save.isPending} />}
      <Button type="submit" busy={save.isPending}>
        {t(save.isPending ? "adjusting" : "adjust")}
      </Button>
    </form>
  );
}

const PIECES = { DELIVERY: "delivered", WASTE: "wasted", COUNT: "counted" } as const;

/** Saves an adjustment. All attempts have the same key, until it is saved or changed. */
function useSave(product: Product, onSaved: () => void) {
  const client = useQueryClient();
  const key = useRef<string>(undefined);
  const save = useMutation<{ readonly stock: number }, ApiError, StockAdjustment>({
    mutationFn: (adjustment) => adjustStock(product.id, (key.current ??= crypto.randomUUID()), adjustment),
    onSuccess: ({ stock }) => {
      key.current = undefined;
      onSaved();
      announce(t("adjusted", { name: product.name, count: stock }));
    },
    // Also after an error: the stock may have changed meanwhile.
    onSettled: () =>
      Promise.all(
        [inventory.queryKey, productHistory(product.id).queryKey, ["products"]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
  const renewKey = () => {
    key.current = undefined;
  };
  return { save, renewKey };
}

interface FieldProps {
  readonly label: string;
  readonly error: string | undefined;
  readonly children: (field: {
    readonly id: string;
    readonly className: string;
    readonly "aria-invalid": boolean;
    readonly "aria-describedby": string | undefined;
  }) => ReactNode;
}

function Field({ label, error, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        className: "control",
        "aria-invalid": error !== undefined,
        "aria-describedby": error === undefined ? undefined : `${id}-error`,
      })}
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

interface FailureProps {
  readonly error: ApiError;
  readonly retry: () => void;
  readonly retrying: boolean;
}

function Failure(props: FailureProps) {
  const { failure } = props.error;
  if (failure.kind === "refused" && failure.type === "/problems/stock-conflict") {
    return (
      <p role="alert" className={styles.error}>
        {t("stockChanged")}
      </p>
    );
  }
  return <EmployeeFailure {...props} place="inline" />;
}
