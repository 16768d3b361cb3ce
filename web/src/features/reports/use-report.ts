/** The employee's report: asking for one, and putting away the one that was asked for. */
import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { readStanding } from "../../api/session";
import { report } from "./api/check-report";
import { createReport } from "./api/create-report";
import { forgetReport, storedReport, storeReport } from "./stored-report";

export function useReport() {
  const client = useQueryClient();
  const [employee] = useState(signedIn);
  const [execution, setExecution] = useState(() => storedReport(employee));

  const asking = useMutation({
    mutationFn: createReport,
    // Also when the page was left meanwhile.
    onSuccess: (started) => {
      storeReport(employee, started);
      setExecution(started);
      // It may be the very one that was just said to be unknown.
      void client.invalidateQueries({ queryKey: report(started).queryKey });
    },
  });
  return {
    execution,
    asking,
    putAway: () => {
      forgetReport();
      setExecution(undefined);
      asking.reset();
    },
  };
}

function signedIn(): string {
  const standing = readStanding();
  return standing.kind === "in" ? standing.session.email : "";
}
