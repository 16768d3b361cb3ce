/** The employee's report: request for one, and putting away the one that was asked for. */
import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { readAuthState } from "../../api/session";
import { report } from "./api/check-report";
import { createReport } from "./api/create-report";
import { forgetReport, storedReport, storeReport } from "./stored-report";

export function useReport() {
  const client = useQueryClient();
  const [employee] = useState(signedIn);
  const [execution, setExecution] = useState(() => storedReport(employee));

  const request = useMutation({
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
    request,
    dismiss: () => {
      forgetReport();
      setExecution(undefined);
      request.reset();
    },
  };
}

function signedIn(): string {
  const authState = readAuthState();
  return authState.kind === "signed-in" ? authState.session.email : "";
}
