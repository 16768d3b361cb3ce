/** Why a change of an order failed: someone else changed the order, or the request failed. */
import type { ApiError } from "../../../api/failure";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { t } from "../fulfilment-messages";
import styles from "./change-failure.module.css";

interface Props {
  readonly error: ApiError | null;
  readonly retry: () => void;
  readonly retrying: boolean;
}

export function ChangeFailure({ error, retry, retrying }: Props) {
  if (error === null) return null;
  if (isConflict(error)) {
    return (
      <p role="alert" className={styles.conflict}>
        {t("conflict")}
      </p>
    );
  }
  return <EmployeeFailure error={error} retry={retry} retrying={retrying} place="inline" />;
}

const isConflict = ({ failure }: ApiError): boolean =>
  failure.kind === "refused" && failure.type === "/problems/order-conflict";
